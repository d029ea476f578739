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

/**
 * Why a file of a good kind is not taken: `corrupt` it is cut short or damaged, `dimensions` the picture would take too much memory,
 * `protected` nobody can read it without a password, `active` it holds a script, the start of a program, or another file.
 */
export type ContentFault = 'corrupt' | 'dimensions' | 'protected' | 'active';

export interface ContentKind {
  mediaType: Attachment['mediaType'];
  /** Do the first bytes belong to this kind? */
  begins(head: Buffer): boolean;
  /** What is wrong behind a good beginning. Bounded work: it walks the structure, it does not draw. */
  findFault(source: ByteSource): Promise<ContentFault | undefined>;
}

/** Bytes that `begins` may look at. */
export const HEAD_BYTES = 16;
