/** Drafts for the life of the page, where the browser keeps nothing: the same rules, nothing on the device. */
import { DraftError } from '../errors/client-error.js';
import type { DraftRecord, DraftStorage, FileRecord, SliceRecord } from './draft-storage.js';
import type { Persistence } from './draft-store.js';
import { createOpenSealer } from './sealer.js';

export function createMemoryStorage(reason: Extract<Persistence, { kind: 'memory' }>['reason']): DraftStorage {
  const drafts = new Map<string, DraftRecord>();
  const files = new Map<string, FileRecord>();
  const slices = new Map<string, SliceRecord>();

  function requireDraft(id: string): void {
    if (!drafts.has(id)) throw new DraftError('draft.not-found');
  }

  return {
    persistence: { kind: 'memory', reason },
    sealer: createOpenSealer(),

    readDraft: async (id) => drafts.get(id),
    listDrafts: async () => [...drafts.values()],
    async writeDraft(record, mode) {
      if (mode === 'replace' && !drafts.has(record.id)) return false;
      drafts.set(record.id, record);
      return true;
    },
    async removeDraft(id) {
      drafts.delete(id);
      removeWhere(files, (file) => file.draftId === id);
      removeWhere(slices, (slice) => slice.draftId === id);
    },

    readFile: async (draftId, fileId) => files.get(JSON.stringify([draftId, fileId])),
    listFiles: async (draftId) => [...files.values()].filter((file) => file.draftId === draftId),
    async writeFile(record) {
      requireDraft(record.draftId);
      files.set(JSON.stringify([record.draftId, record.fileId]), record);
      removeWhere(slices, (slice) => belongsTo(slice, record) && slice.blobId !== record.blobId);
    },
    async removeFile(draftId, fileId) {
      files.delete(JSON.stringify([draftId, fileId]));
      removeWhere(slices, (slice) => belongsTo(slice, { draftId, fileId }));
    },

    async writeSlice(slice) {
      requireDraft(slice.draftId);
      slices.set(JSON.stringify([slice.draftId, slice.fileId, slice.blobId, slice.index]), slice);
    },
    readSlice: async (...place) => slices.get(JSON.stringify(place)),

    async wipe() {
      drafts.clear();
      files.clear();
      slices.clear();
    },
  };
}

function belongsTo(slice: SliceRecord, file: { draftId: string; fileId: string }): boolean {
  return slice.draftId === file.draftId && slice.fileId === file.fileId;
}

function removeWhere<T>(records: Map<string, T>, matches: (record: T) => boolean): void {
  for (const [key, record] of records) if (matches(record)) records.delete(key);
}
