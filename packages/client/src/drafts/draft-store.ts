/** The drafts on this device, as flows use them. */
import type { JsonObject } from '../json.js';
import type { Unsubscribe } from '../readable.js';

/** Whatever the flow wants back after a reload: answers, place, keys, secrets. Plain JSON, sealed as a whole. */
export type DraftContent = JsonObject;

export interface DraftSummary {
  id: string;
  slug: string;
  /** ISO 8601 instants. */
  updatedAt: string;
  expiresAt: string;
}

export interface StoredDraft extends DraftSummary {
  content: DraftContent;
}

/** A record that is there but cannot be opened; offer to remove it. */
export interface BrokenDraft extends DraftSummary {
  code: 'draft.unreadable';
}

export interface DraftList {
  /** Newest first. */
  drafts: readonly StoredDraft[];
  broken: readonly BrokenDraft[];
}

/** Where drafts really are, so that the page can say it. */
export type Persistence =
  | { kind: 'device' }
  | {
      kind: 'memory';
      reason: 'storage.unavailable' | 'storage.blocked' | 'storage.insecure-context' | 'storage.chosen';
    };

export interface DraftChange {
  type: 'saved' | 'removed' | 'wiped';
  /** Absent when all were wiped. */
  id?: string;
  /** True when another tab did it. */
  elsewhere: boolean;
}

export interface DraftStore {
  /** Settles where drafts are kept; never rejects. The first call opens the storage. */
  persistence(): Promise<Persistence>;
  /** A new empty draft, already stored. @throws StorageError */
  create(slug: string): Promise<StoredDraft>;
  /** Drafts of one procedure or of all. Expired ones are removed, unreadable ones reported. @throws StorageError */
  list(slug?: string): Promise<DraftList>;
  /** Absent when unknown or expired. @throws DraftError `draft.unreadable` */
  load(id: string): Promise<StoredDraft | undefined>;
  /**
   * Stores the content whole; resolves when it is on the device. Calls for one draft run one after the other and the last one
   * wins; those in between are skipped and resolve with it.
   * @throws StorageError `storage.quota` …; DraftError `draft.not-found` when removed, `draft.taken-over` when another tab took it.
   */
  save(id: string, content: DraftContent): Promise<DraftSummary>;
  /** Removes the draft and its files. Removing what is gone is no error. */
  remove(id: string): Promise<void>;
  /** Removes every draft, file and the key itself. */
  wipe(): Promise<void>;
  /** The draft as readable JSON for download, without the members named in `without` (top level, as keys and secrets). */
  export(id: string, options?: { without?: readonly string[] }): Promise<Blob>;
  /** Changes by this tab and by others. */
  subscribe(listener: (change: DraftChange) => void): Unsubscribe;
  /** Asks to be the one tab that edits. `held: false`: another tab has it; `takeOver` takes it from there. Never rejects. */
  claim(id: string, options?: { takeOver?: boolean }): Promise<DraftClaim>;
  readonly files: DraftFiles;
}

export interface DraftClaim {
  readonly held: boolean;
  /** Called at most once, when another tab takes the draft over. From then on `save` rejects with `draft.taken-over`. */
  onLost(listener: () => void): Unsubscribe;
  release(): void;
}

/** Papers of a draft, kept sealed until they are sent. Files over 50 MB are remembered by name, size and hash only. */
export interface DraftFiles {
  /** Keeps a file; replaces the former one whole or not at all. @throws StorageError */
  put(draftId: string, fileId: string, blob: Blob, meta: DraftFileMeta): Promise<DraftFile>;
  /** What is known of a file, without its bytes. */
  describe(draftId: string, fileId: string): Promise<DraftFile | undefined>;
  list(draftId: string): Promise<readonly DraftFile[]>;
  /** Changes what is known of a file; absent members stay. */
  update(draftId: string, fileId: string, change: Partial<DraftFileMeta>): Promise<DraftFile | undefined>;
  /** The bytes; absent when unknown or too large to have been kept. @throws DraftError `draft.unreadable` */
  get(draftId: string, fileId: string): Promise<Blob | undefined>;
  remove(draftId: string, fileId: string): Promise<void>;
}

export interface DraftFileMeta {
  /** NFC. */
  name: string;
  /** As the browser guessed; the gateway decides by content. */
  type: string;
  lastModified: number;
  sha256?: string;
  /** JSON Pointer of the attachments field. */
  pointer?: string;
  /** Where the half-sent upload lies. */
  uploadUrl?: string;
  /** What the gateway answered when the file was whole. */
  attachment?: JsonObject;
}

export interface DraftFile extends DraftFileMeta {
  draftId: string;
  fileId: string;
  /** Bytes. */
  size: number;
  /** Are the bytes on the device? */
  kept: boolean;
}
