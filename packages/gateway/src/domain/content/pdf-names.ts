/**
 * Finds the names in a PDF that a paper has no use for, in the file as it lies there and in its packed objects.
 */
import type { ByteSource } from './content-kind.js';
import { unpackObjects, UNPACKED_LIMIT } from './pdf-packed-objects.js';

/** Each is the key or the value by which a reader would run, open or unlock something (ISO 32000-2, 7.6.1, 7.11.4, 12.6.4, 12.7.8, 13.7). */
const UNWANTED: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'XFA',
  'Encrypt',
]);

/** Names by which packed objects are found; nobody writes them with codes but to hide. */
const NEVER_CODED: ReadonlySet<string> = new Set(['First', 'N', 'Filter', 'FlateDecode', 'ObjStm', 'DecodeParms']);

const NAME_END = '[\\0\\s()<>[\\]{}/%]';
const PLAIN = new RegExp(`/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|Encrypt)(?=${NAME_END})`, 'g');
/** A name may be written with codes: `/J#61vaScript`. */
const CODED =
  /\/((?:[^\0\s()<>[\]{}/%#]|#[0-9A-Fa-f]{2}){0,60}#[0-9A-Fa-f]{2}(?:[^\0\s()<>[\]{}/%#]|#[0-9A-Fa-f]{2}){0,60})/g;
/** Every object stream has it, whether or not it says its type: without it no reader finds the objects inside. Lists of headings have it too. */
const PACKED = new RegExp(`/First(?=${NAME_END})(?!\\s+\\d+\\s+\\d+\\s+R)`, 'g');

const WINDOW = 1 << 20;
/** Longer than any name with what follows it. */
const OVERLAP = 512;

/** Places at which packed objects may be looked for; a file of 50 MB has some thousands. */
const MAX_PACKED = 20_000;

export interface PdfNames {
  found: ReadonlySet<string>;
  /** Packed objects could be unpacked within bounds. */
  readable: boolean;
}

export async function findPdfNames(source: ByteSource): Promise<PdfNames> {
  const found = new Set<string>();
  let left = UNPACKED_LIMIT;
  let readable = true;
  let tried = 0;
  for (let offset = 0; offset < source.size; offset += WINDOW - OVERLAP) {
    const text = (await source.read(offset, WINDOW)).toString('latin1');
    collectNames(text, found);
    for (const { index } of readable ? text.matchAll(PACKED) : []) {
      tried += 1;
      const unpacked = tried > MAX_PACKED ? 'unreadable' : await unpackObjects(source, offset + index, left);
      if (unpacked === 'none') continue;
      if (unpacked === 'unreadable') {
        readable = false;
        break;
      }
      left -= unpacked.cost;
      collectNames(unpacked.bytes.toString('latin1'), found);
    }
  }
  return { found, readable };
}

function collectNames(text: string, found: Set<string>): void {
  for (const [, name = ''] of text.matchAll(PLAIN)) found.add(name);
  for (const [, coded = ''] of text.matchAll(CODED)) {
    const name = coded.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (UNWANTED.has(name) || NEVER_CODED.has(name)) found.add(name);
  }
}
