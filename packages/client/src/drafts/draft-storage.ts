/**
 * Where sealed draft records lie: IndexedDB, memory, or a storage that a host brings. It sees ciphertext and the four clear
 * members only. A write is durable when its promise resolves; errors are `StorageError`s.
 */
import type { Persistence } from './draft-store.js';
import type { Sealed, Sealer } from './sealer.js';

export interface DraftStorage {
  readonly persistence: Persistence;
  readonly sealer: Sealer;

  readDraft(id: string): Promise<DraftRecord | undefined>;
  listDrafts(): Promise<DraftRecord[]>;
  /** `replace` writes only over a record that is still there, and says whether it was: a draft that was removed stays removed. */
  writeDraft(record: DraftRecord, mode: 'create' | 'replace'): Promise<boolean>;
  /** With its files, in one transaction. */
  removeDraft(id: string): Promise<void>;

  readFile(draftId: string, fileId: string): Promise<FileRecord | undefined>;
  listFiles(draftId: string): Promise<FileRecord[]>;
  /** Also removes the slices of the file that belong to another `blobId`, in the same transaction. */
  writeFile(record: FileRecord): Promise<void>;
  removeFile(draftId: string, fileId: string): Promise<void>;

  writeSlice(slice: SliceRecord): Promise<void>;
  readSlice(draftId: string, fileId: string, blobId: string, index: number): Promise<SliceRecord | undefined>;

  /** Everything, the key included. The storage is of no use afterwards. */
  wipe(): Promise<void>;
}

export interface DraftRecord extends Sealed {
  id: string;
  slug: string;
  updatedAt: string;
  expiresAt: string;
}

export interface FileRecord extends Sealed {
  draftId: string;
  fileId: string;
  /** Names the set of slices; empty when the bytes are not kept. */
  blobId: string;
}

export interface SliceRecord extends Sealed {
  draftId: string;
  fileId: string;
  blobId: string;
  index: number;
}
