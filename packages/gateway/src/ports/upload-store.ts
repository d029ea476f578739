/**
 * What the gateway knows of uploads, beside their bytes.
 */
import type { Attachment } from '@motcua/schemas';

export interface UploadRecord {
  id: string;
  /** SHA-256 hex of the upload key that opened it. */
  keyHash: string;
  /** Bytes announced. */
  length: number;
  createdAt: Date;
  /** Present once the content was checked. */
  attachment?: Attachment;
  /** The dossier that holds it. */
  dossierId?: string;
}

export interface UploadUsage {
  count: number;
  bytes: number;
}

export interface UploadStore {
  insert(upload: Pick<UploadRecord, 'id' | 'keyHash' | 'length' | 'createdAt'>): Promise<void>;
  find(id: string): Promise<UploadRecord | undefined>;
  /** Uploads under a key that no dossier holds yet. */
  measureUsage(keyHash: string): Promise<UploadUsage>;
  complete(id: string, attachment: Attachment): Promise<void>;
  /** Ties completed, free uploads to a dossier; answers how many it tied. */
  claim(ids: readonly string[], dossierId: string): Promise<number>;
  /** Removes it unless a dossier holds it; answers whether it did. */
  remove(id: string): Promise<boolean>;
  listUnclaimedBefore(time: Date, limit: number): Promise<string[]>;
}
