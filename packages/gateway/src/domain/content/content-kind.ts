/**
 * How a kind of file is told by its content, never by its name.
 */
import type { Attachment } from '@motcua/schemas';

/** Random access to the bytes of a file. */
export interface ByteSource {
  /** Bytes of the file. */
  readonly size: number;
  /** Reads up to `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export interface ContentKind {
  mediaType: Attachment['mediaType'];
  /** Do the first bytes belong to this kind? */
  begins(head: Buffer): boolean;
  /** Is the structure whole up to the end? Bounded work: it walks the structure, it does not decode. */
  isWhole(source: ByteSource): Promise<boolean>;
}

/** Bytes that `begins` may look at. */
export const HEAD_BYTES = 16;
