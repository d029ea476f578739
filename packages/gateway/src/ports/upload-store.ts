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

/** How much may lie here that no dossier holds. */
export interface UploadQuota {
  /** Uploads under one key. */
  maxCount: number;
  /** Bytes of them together, as announced. */
  maxTotalBytes: number;
  /** The same for all keys together. */
  maxCountOverall: number;
  maxTotalBytesOverall: number;
}

export interface UploadStore {
  /**
   * Adds an upload when it fits; answers which quota is full otherwise, and adds nothing. However many processes do this at once, the quotas
   * hold.
   */
  reserve(
    upload: Pick<UploadRecord, 'id' | 'keyHash' | 'length' | 'createdAt'>,
    quota: UploadQuota,
  ): Promise<'reserved' | 'key-full' | 'store-full'>;
  find(id: string): Promise<UploadRecord | undefined>;
  complete(id: string, attachment: Attachment): Promise<void>;
  /** Ties completed, free uploads to a dossier; answers how many it tied. */
  claim(ids: readonly string[], dossierId: string): Promise<number>;
  /** Removes it unless a dossier holds it; answers whether it did. */
  remove(id: string): Promise<boolean>;
  listUnclaimedBefore(time: Date, limit: number): Promise<string[]>;
}
