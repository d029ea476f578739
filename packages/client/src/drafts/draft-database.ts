/** The IndexedDB database of drafts and the connection to it, which browsers may cut at any time. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DraftRecord, FileRecord, SliceRecord } from './draft-storage.js';
import { StorageError, isClientError } from '../errors/client-error.js';
import { describeStorageFailure } from './storage-failure.js';

export interface DraftSchema extends DBSchema {
  keys: { key: string; value: KeyRecord };
  drafts: { key: string; value: DraftRecord };
  files: { key: [string, string]; value: FileRecord };
  slices: { key: [string, string, string, number]; value: SliceRecord };
}

export interface KeyRecord {
  id: 'drafts';
  /** Tells one key from the next after a wipe. */
  generation: string;
  key: CryptoKey;
}

export type DraftDatabase = IDBPDatabase<DraftSchema>;

export interface DatabaseConnection {
  /** Runs with an open database; once more with a new connection when the old one turns out closed. @throws StorageError */
  use<T>(work: (database: DraftDatabase) => Promise<T>): Promise<T>;
}

/** Some browsers leave `open` pending for ever when storage is broken. */
const OPEN_LIMIT_MS = 5_000;

/** @throws StorageError when the first opening fails. */
export async function connectDatabase(name: string): Promise<DatabaseConnection> {
  let opening: Promise<DraftDatabase> | undefined;

  function open(): Promise<DraftDatabase> {
    opening ??= withLimit(openDatabase(name, () => (opening = undefined)));
    return opening;
  }

  async function use<T>(work: (database: DraftDatabase) => Promise<T>): Promise<T> {
    try {
      try {
        return await work(await open());
      } catch (error) {
        if (!isClosed(error)) throw error;
        opening = undefined;
        return await work(await open());
      }
    } catch (error) {
      if (opening) await opening.catch(() => (opening = undefined));
      throw isClientError(error) ? error : describeStorageFailure(error);
    }
  }

  await use(async () => {});
  return { use };
}

function openDatabase(name: string, onGone: () => void): Promise<DraftDatabase> {
  return openDB<DraftSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('keys', { keyPath: 'id' });
      database.createObjectStore('drafts', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: ['draftId', 'fileId'] });
      database.createObjectStore('slices', { keyPath: ['draftId', 'fileId', 'blobId', 'index'] });
    },
    blocking(_current, _blocked, event) {
      // Another tab brings a newer version: step aside, or it hangs.
      if (event.target instanceof IDBDatabase) event.target.close();
      onGone();
    },
    terminated: onGone,
  });
}

function withLimit<T>(opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageError('storage.blocked')), OPEN_LIMIT_MS);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
