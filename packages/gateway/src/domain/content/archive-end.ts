/**
 * Finds a ZIP archive that hides behind another kind of file: programs for archives look for it from the end.
 */
import type { ByteSource } from './content-kind.js';

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const RECORD_BYTES = 22;
const MAX_COMMENT = 65_535;

/** Is there an end-of-central-directory record (APPNOTE 4.3.16) whose comment reaches the end of the file exactly? */
export async function endsAsArchive(source: ByteSource): Promise<boolean> {
  const length = Math.min(source.size, RECORD_BYTES + MAX_COMMENT);
  const tail = await source.read(source.size - length, length);
  for (
    let at = tail.lastIndexOf(END_OF_DIRECTORY);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(END_OF_DIRECTORY, at - 1)
  ) {
    if (at + RECORD_BYTES <= tail.length && at + RECORD_BYTES + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
