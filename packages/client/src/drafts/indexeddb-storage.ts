/** Drafts on the device: IndexedDB, sealed with AES-GCM under a key that stays in the same database and cannot be read out. */
import { DraftError, StorageError } from '../errors/client-error.js';
import { connectDatabase, type DatabaseConnection, type DraftDatabase, type KeyRecord } from './draft-database.js';
import type { DraftStorage } from './draft-storage.js';
import { createSealer } from './sealer.js';

const STRICT = { durability: 'strict' } as const;
const STORES = ['keys', 'drafts', 'files', 'slices'] as const;

/** @throws StorageError when the browser keeps nothing here. */
export async function openIndexedDbStorage(name: string): Promise<DraftStorage> {
  assertCapable();
  const connection = await connectDatabase(name);
  const key = await agreeOnKey(connection);

  return {
    persistence: { kind: 'device' },
    sealer: createSealer(key.key),

    readDraft: (id) => connection.use((database) => database.get('drafts', id)),
    listDrafts: () => connection.use((database) => database.getAll('drafts')),
    writeDraft: (record, mode) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['drafts', 'keys'], 'readwrite', STRICT);
        const allowed =
          mode === 'replace'
            ? (await transaction.objectStore('drafts').getKey(record.id)) !== undefined
            : (await transaction.objectStore('keys').get('drafts'))?.generation === key.generation;
        if (allowed) void transaction.objectStore('drafts').put(record).catch(leaveToTransaction);
        await transaction.done;
        return allowed;
      }),
    removeDraft: (id) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['drafts', 'files', 'slices'], 'readwrite', STRICT);
        void transaction.objectStore('drafts').delete(id).catch(leaveToTransaction);
        void transaction
          .objectStore('files')
          .delete(below([id]))
          .catch(leaveToTransaction);
        void transaction
          .objectStore('slices')
          .delete(below([id]))
          .catch(leaveToTransaction);
        await transaction.done;
      }),

    readFile: (draftId, fileId) => connection.use((database) => database.get('files', [draftId, fileId])),
    listFiles: (draftId) => connection.use((database) => database.getAll('files', below([draftId]))),
    writeFile: (record) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['drafts', 'files', 'slices'], 'readwrite', STRICT);
        await requireDraft(transaction.objectStore('drafts').getKey(record.draftId));
        void transaction.objectStore('files').put(record).catch(leaveToTransaction);
        const slices = transaction.objectStore('slices');
        for (const place of await slices.getAllKeys(below([record.draftId, record.fileId]))) {
          if (place[2] !== record.blobId) void slices.delete(place).catch(leaveToTransaction);
        }
        await transaction.done;
      }),
    removeFile: (draftId, fileId) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['files', 'slices'], 'readwrite', STRICT);
        void transaction.objectStore('files').delete([draftId, fileId]).catch(leaveToTransaction);
        void transaction
          .objectStore('slices')
          .delete(below([draftId, fileId]))
          .catch(leaveToTransaction);
        await transaction.done;
      }),

    writeSlice: (slice) => connection.use((database) => putOne(database, slice)),
    readSlice: (...place) => connection.use((database) => database.get('slices', place)),

    wipe: () =>
      connection.use(async (database) => {
        const transaction = database.transaction(STORES, 'readwrite', STRICT);
        for (const store of STORES) void transaction.objectStore(store).clear().catch(leaveToTransaction);
        await transaction.done;
        database.close();
      }),
  };
}

function assertCapable(): void {
  if (typeof indexedDB === 'undefined') throw new StorageError('storage.unavailable');
  if ((globalThis.crypto as Partial<Crypto> | undefined)?.subtle) return;
  throw new StorageError(globalThis.isSecureContext === false ? 'storage.insecure-context' : 'storage.unavailable');
}

/** Two tabs may come first at once: the key that was stored first is everybody's. */
async function agreeOnKey(connection: DatabaseConnection): Promise<KeyRecord> {
  const own: KeyRecord = {
    id: 'drafts',
    generation: crypto.randomUUID(),
    key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  };
  return connection.use(async (database) => {
    const transaction = database.transaction('keys', 'readwrite', STRICT);
    const found = await transaction.store.get('drafts');
    if (!found) void transaction.store.put(own).catch(leaveToTransaction);
    await transaction.done;
    return found ?? own;
  });
}

async function putOne(database: DraftDatabase, slice: Parameters<DraftStorage['writeSlice']>[0]): Promise<void> {
  const transaction = database.transaction(['drafts', 'slices'], 'readwrite');
  await requireDraft(transaction.objectStore('drafts').getKey(slice.draftId));
  void transaction.objectStore('slices').put(slice).catch(leaveToTransaction);
  await transaction.done;
}

/** A file without its draft would stay on the device unseen. */
async function requireDraft(found: Promise<string | undefined>): Promise<void> {
  if ((await found) === undefined) throw new DraftError('draft.not-found');
}

/** Every key that begins with these members: arrays sort after all other keys. */
function below(start: string[]): IDBKeyRange {
  return IDBKeyRange.bound(start, [...start, []]);
}

/** `transaction.done` reports the same failure; one unhandled rejection a request would be noise. */
function leaveToTransaction(): void {}
