/** The papers of a draft, sealed slice by slice so that a large file never lies in memory whole. */
import { createIdempotencyKey } from '../codes/keys.js';
import { DraftError, UploadError } from '../errors/client-error.js';
import { isRecord, recognizeMembers } from '../transport/read-answer.js';
import type { DraftStorage, FileRecord } from './draft-storage.js';
import type { DraftFile, DraftFileMeta, DraftFiles } from './draft-store.js';
import { openBytes, openJson, sealJson } from './sealed-json.js';

/** Bytes of one sealed slice. */
export const SLICE_BYTES = 1024 * 1024;

/** Bytes: larger files are remembered, not kept. */
export const MOST_KEPT_BYTES = 50 * SLICE_BYTES;

export function createDraftFiles(open: () => Promise<DraftStorage>): DraftFiles {
  async function write(file: DraftFile, blobId: string): Promise<DraftFile> {
    const storage = await open();
    const { draftId, fileId } = file;
    await storage.writeFile({
      draftId,
      fileId,
      blobId,
      ...(await sealJson(storage.sealer, file, fileContext(draftId, fileId))),
    });
    return file;
  }

  async function find(draftId: string, fileId: string): Promise<{ file: DraftFile; record: FileRecord } | undefined> {
    const storage = await open();
    const record = await storage.readFile(draftId, fileId);
    return record && { file: await openFile(storage, record), record };
  }

  return {
    async put(draftId, fileId, blob, meta) {
      const kept = blob.size <= MOST_KEPT_BYTES;
      const blobId = kept ? createIdempotencyKey() : '';
      if (kept) await writeSlices(await open(), { draftId, fileId, blobId }, blob);
      return write({ ...meta, name: meta.name.normalize('NFC'), draftId, fileId, size: blob.size, kept }, blobId);
    },
    describe: async (draftId, fileId) => (await find(draftId, fileId))?.file,
    async list(draftId) {
      const storage = await open();
      return Promise.all((await storage.listFiles(draftId)).map((record) => openFile(storage, record)));
    },
    async update(draftId, fileId, change: Partial<DraftFileMeta>) {
      const found = await find(draftId, fileId);
      return found && write({ ...found.file, ...change }, found.record.blobId);
    },
    async get(draftId, fileId) {
      const found = await find(draftId, fileId);
      return found?.file.kept ? readSlices(await open(), found.record, found.file) : undefined;
    },
    remove: async (draftId, fileId) => (await open()).removeFile(draftId, fileId),
  };
}

interface BlobPlace {
  draftId: string;
  fileId: string;
  blobId: string;
}

async function writeSlices(storage: DraftStorage, place: BlobPlace, blob: Blob): Promise<void> {
  for (let index = 0; index * SLICE_BYTES < blob.size; index++) {
    const plain = await readBytes(blob.slice(index * SLICE_BYTES, (index + 1) * SLICE_BYTES));
    await storage.writeSlice({ ...place, index, ...(await storage.sealer.seal(plain, sliceContext(place, index))) });
  }
}

async function readSlices(storage: DraftStorage, record: FileRecord, file: DraftFile): Promise<Blob> {
  const { draftId, fileId, blobId } = record;
  const parts: Blob[] = [];
  for (let index = 0; index * SLICE_BYTES < file.size; index++) {
    const slice = await storage.readSlice(draftId, fileId, blobId, index);
    if (!slice) throw new DraftError('draft.unreadable');
    // A Blob for each part lets the browser move the bytes to disk.
    parts.push(new Blob([await openBytes(storage.sealer, slice, sliceContext(record, index))]));
  }
  return new Blob(parts, { type: file.type });
}

async function openFile(storage: DraftStorage, record: FileRecord): Promise<DraftFile> {
  const file = await openJson(storage.sealer, record, fileContext(record.draftId, record.fileId));
  if (!isFile(file)) throw new DraftError('draft.unreadable');
  return file;
}

/** @throws UploadError `upload.file-changed` */
export async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new UploadError('upload.file-changed', { cause });
  }
}

const recognizeFile = recognizeMembers<DraftFile>({
  draftId: 'string',
  fileId: 'string',
  name: 'string',
  size: 'number',
});

function isFile(value: unknown): value is DraftFile {
  return isRecord(value) && recognizeFile(value);
}

function fileContext(draftId: string, fileId: string): string {
  return JSON.stringify(['file', draftId, fileId]);
}

function sliceContext({ draftId, fileId, blobId }: BlobPlace, index: number): string {
  return JSON.stringify(['slice', draftId, fileId, blobId, index]);
}
