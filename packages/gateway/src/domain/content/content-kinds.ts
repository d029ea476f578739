/**
 * The kinds of file that a paper may be.
 */
import { endsAsArchive } from './archive-end.js';
import { HEAD_BYTES, type ByteSource, type ContentKind } from './content-kind.js';
import { jpeg } from './jpeg.js';
import { pdf } from './pdf.js';
import { png } from './png.js';
import { webp } from './webp.js';

const KINDS: readonly ContentKind[] = [pdf, jpeg, png, webp];

/** The kind that the first bytes show, or nothing; a file that is an archive as well is none. */
export async function recogniseContent(source: ByteSource): Promise<ContentKind | undefined> {
  const head = await source.read(0, HEAD_BYTES);
  const kind = KINDS.find(({ begins }) => begins(head));
  return kind && !(await endsAsArchive(source)) ? kind : undefined;
}
