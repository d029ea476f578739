/**
 * Unpacks one object stream of a PDF (ISO 32000-2, 7.5.7), within bounds: what unpacks into too much is not unpacked to the end.
 */
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import type { ByteSource } from './content-kind.js';

/** Bytes that all object streams of a file may have, packed and unpacked. */
export const UNPACKED_LIMIT = 256 * 1024 * 1024;

export interface UnpackedObjects {
  bytes: Buffer;
  /** What was read and made. */
  cost: number;
}

const MAX_PACKED = 4 * 1024 * 1024;
const MAX_UNPACKED = 16 * 1024 * 1024;
const DICTIONARY_REACH = 2048;

const unpack = promisify(inflate);

/**
 * @param at where a name stands that only the dictionary of an object stream has
 * @returns `none` when it is not in such a dictionary, or the stream is not packed: then its bytes were read already
 */
export async function unpackObjects(
  source: ByteSource,
  at: number,
  left: number,
): Promise<UnpackedObjects | 'none' | 'unreadable'> {
  const start = Math.max(0, at - DICTIONARY_REACH);
  const around = (await source.read(start, at - start + DICTIONARY_REACH)).toString('latin1');
  const opening = around.lastIndexOf('obj', at - start);
  const closing = /\bstream\r?\n/.exec(around.slice(at - start));
  if (opening < 0 || !closing) return 'none';
  const dictionary = around.slice(opening + 3, at - start + closing.index);
  if (/endobj|endstream/.test(dictionary) || !/\/N\b/.test(dictionary)) return 'none';
  if (!/\/Filter\b|\/F\b/.test(dictionary)) return 'none';
  // Other packings are allowed and nobody writes them: whoever does has something to hide.
  if (
    !/\/Filter\s*\[?\s*\/FlateDecode\b\s*\]?\s*(\/|>>)/.test(dictionary) ||
    /\/(DecodeParms|Predictor)\b/.test(dictionary)
  )
    return 'unreadable';
  return readPacked(source, at + closing.index + closing[0].length, left);
}

async function readPacked(source: ByteSource, from: number, left: number): Promise<UnpackedObjects | 'unreadable'> {
  const bytes = await source.read(from, MAX_PACKED);
  const end = bytes.indexOf('endstream');
  if (end < 0 || left <= 0) return 'unreadable';
  try {
    const maxOutputLength = Math.max(1, Math.min(MAX_UNPACKED, left));
    const unpacked = await unpack(bytes.subarray(0, end), { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
    return { bytes: unpacked, cost: end + unpacked.length };
  } catch {
    return 'unreadable';
  }
}
