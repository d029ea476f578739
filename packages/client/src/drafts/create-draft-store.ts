/** The drafts of one gateway on this device: sealed, serialised, expiring. */
import type { ClientOptions } from '../client.js';
import { createIdempotencyKey } from '../codes/keys.js';
import { DraftError, StorageError, isDraftError } from '../errors/client-error.js';
import type { JsonObject } from '../json.js';
import { isRecord } from '../transport/read-answer.js';
import { createDraftClaims, type DraftClaims } from './draft-claims.js';
import { createDraftFiles } from './draft-files.js';
import type { DraftRecord, DraftStorage } from './draft-storage.js';
import type {
  BrokenDraft,
  DraftChange,
  DraftContent,
  DraftList,
  DraftStore,
  DraftSummary,
  StoredDraft,
} from './draft-store.js';
import { openStorage } from './open-storage.js';
import { createSaveQueue } from './save-queue.js';
import { openJson, sealJson } from './sealed-json.js';
import { createTabChannel } from './tab-channel.js';

export interface DraftStoreOptions {
  /** Names database, locks and channel. Drafts of two gateways never mix. */
  name: string;
  storage?: NonNullable<ClientOptions['storage']>;
  now?: () => Date;
  /** Days after the last save. Default 30. */
  days?: number;
  claims?: DraftClaims;
}

const DAY_MS = 86_400_000;

/** Opens nothing yet: the first call does. */
export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { name, storage: choice = 'device', now = () => new Date(), days = 30 } = options;
  const claims = options.claims ?? createDraftClaims(name);
  const channel = createTabChannel(`${name} changes`, isChange);
  const listeners = new Set<(change: DraftChange) => void>();
  let opening: Promise<DraftStorage> | undefined;

  function open(): Promise<DraftStorage> {
    opening ??= openStorage(choice, name);
    return opening;
  }

  function tell(change: Omit<DraftChange, 'elsewhere'>): void {
    channel.post({ ...change, elsewhere: true });
    for (const listener of [...listeners]) listener({ ...change, elsewhere: false });
  }

  async function write(summary: Pick<DraftSummary, 'id' | 'slug'>, content: DraftContent, mode: 'create' | 'replace') {
    const storage = await open();
    const record = { ...summary, ...stamp() };
    const sealed = await sealJson(storage.sealer, content, contextOf(record));
    return (await storage.writeDraft({ ...record, ...sealed }, mode)) ? record : undefined;
  }

  function stamp(): Pick<DraftSummary, 'updatedAt' | 'expiresAt'> {
    const time = now().getTime();
    return { updatedAt: new Date(time).toISOString(), expiresAt: new Date(time + days * DAY_MS).toISOString() };
  }

  function hasExpired(record: DraftSummary): boolean {
    return Date.parse(record.expiresAt) <= now().getTime();
  }

  const queue = createSaveQueue(async (id: string, content: DraftContent): Promise<DraftSummary> => {
    if (claims.wasTaken(id)) throw new DraftError('draft.taken-over');
    const found = await (await open()).readDraft(id);
    const summary = found && (await write({ id, slug: found.slug }, content, 'replace'));
    if (!summary) throw new DraftError('draft.not-found');
    tell({ type: 'saved', id });
    return summary;
  });

  async function remove(id: string): Promise<void> {
    await queue.idle(id);
    await (await open()).removeDraft(id);
    tell({ type: 'removed', id });
  }

  const store: DraftStore = {
    persistence: async () => (await open()).persistence,

    async create(slug) {
      const named = { id: createIdempotencyKey(), slug };
      let summary = await write(named, {}, 'create');
      if (!summary) {
        // Another tab wiped the drafts, and our key with them.
        opening = undefined;
        summary = await write(named, {}, 'create');
      }
      if (!summary) throw new StorageError('storage.unavailable');
      tell({ type: 'saved', id: named.id });
      return { ...summary, content: {} };
    },

    async list(slug) {
      const storage = await open();
      const records = (await storage.listDrafts()).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
      for (const record of records.filter(hasExpired)) await remove(record.id);
      return openAll(
        storage,
        records.filter((record) => !hasExpired(record) && (slug === undefined || record.slug === slug)),
      );
    },

    async load(id) {
      const storage = await open();
      const record = await storage.readDraft(id);
      return record && !hasExpired(record) ? openDraft(storage, record) : undefined;
    },

    save: (id, content) => queue.save(id, content),
    remove,

    async wipe() {
      await (await open()).wipe();
      opening = undefined;
      tell({ type: 'wiped' });
    },

    async export(id, { without = [] } = {}) {
      const draft = await store.load(id);
      if (!draft) throw new DraftError('draft.not-found');
      const content = Object.fromEntries(Object.entries(draft.content).filter(([member]) => !without.includes(member)));
      return new Blob([JSON.stringify({ ...draft, content }, null, 2)], { type: 'application/json' });
    },

    subscribe(listener) {
      const stop = channel.listen(listener);
      listeners.add(listener);
      return () => {
        stop();
        listeners.delete(listener);
      };
    },

    claim: (id, claimOptions) => claims.claim(id, claimOptions),
    files: createDraftFiles(open),
  };
  return store;
}

async function openAll(storage: DraftStorage, records: readonly DraftRecord[]): Promise<DraftList> {
  const drafts: StoredDraft[] = [];
  const broken: BrokenDraft[] = [];
  for (const record of records) {
    try {
      drafts.push(await openDraft(storage, record));
    } catch (error) {
      if (!isDraftError(error)) throw error;
      broken.push({ ...summarize(record), code: 'draft.unreadable' });
    }
  }
  return { drafts, broken };
}

async function openDraft(storage: DraftStorage, record: DraftRecord): Promise<StoredDraft> {
  const content = await openJson(storage.sealer, record, contextOf(record));
  if (!isContent(content)) throw new DraftError('draft.unreadable');
  return { ...summarize(record), content };
}

function summarize({ id, slug, updatedAt, expiresAt }: DraftSummary): DraftSummary {
  return { id, slug, updatedAt, expiresAt };
}

function contextOf({ id, slug }: Pick<DraftSummary, 'id' | 'slug'>): string {
  return JSON.stringify(['draft', id, slug]);
}

function isContent(value: unknown): value is JsonObject {
  return isRecord(value);
}

function isChange(data: unknown): data is DraftChange {
  return isRecord(data) && (data['type'] === 'saved' || data['type'] === 'removed' || data['type'] === 'wiped');
}
