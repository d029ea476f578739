/**
 * The kinds of file that a paper may be.
 */
import { HEAD_BYTES, type ByteSource, type ContentKind } from './content-kind.js';
import { jpeg } from './jpeg.js';
import { pdf } from './pdf.js';
import { png } from './png.js';
import { webp } from './webp.js';

const KINDS: readonly ContentKind[] = [pdf, jpeg, png, webp];

/** The kind that the first bytes show, or nothing. */
export async function recogniseContent(source: ByteSource): Promise<ContentKind | undefined> {
  const head = await source.read(0, HEAD_BYTES);
  return KINDS.find((kind) => kind.begins(head));
}
