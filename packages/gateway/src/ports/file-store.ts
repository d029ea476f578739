/**
 * The bytes of uploads.
 */
import type { ContentFault } from '../domain/content/content-kind.js';

export interface UploadInspection {
  size: number;
  sha256: string;
  mediaType?: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp';
  /** Why a file of that type is not taken. */
  fault?: ContentFault;
}

export interface FileStore {
  /** Serves one tus request on an upload that the caller may touch; errors come back as tus statuses. */
  serveTus(request: Request): Promise<Response>;
  /** Bytes that have arrived; nothing when there is no such file. */
  measure(id: string): Promise<number | undefined>;
  /** Reads the whole file, makes it durable, and says what it is by content. */
  inspect(id: string): Promise<UploadInspection>;
  /** The bytes, or nothing when there is no such file. */
  open(id: string): Promise<ReadableStream<Uint8Array> | undefined>;
  remove(id: string): Promise<void>;
}
