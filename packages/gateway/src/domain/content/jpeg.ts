import type { ByteSource, ContentKind } from './content-kind.js';
import { exceedsPixels } from './pixel-limit.js';

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const MAX_SEGMENTS = 10_000;
const WINDOW = 65_536;

/** JPEG (ITU T.81): segments that fit into the file, a frame with a size, a scan, and the end marker after it. */
export const jpeg: ContentKind = {
  mediaType: 'image/jpeg',
  begins: (head) => head[0] === MARKER && head[1] === 0xd8 && head[2] === MARKER,
  async findFault(source) {
    const scan = await findScan(source);
    if (!scan) return 'corrupt';
    if (exceedsPixels(scan.width, scan.height)) return 'dimensions';
    return (await hasEndOfImage(source, scan.offset)) ? undefined : 'corrupt';
  },
};

interface Scan {
  /** Where its data begin. */
  offset: number;
  width: number;
  height: number;
}

/** Walks the segments to the first scan. */
async function findScan(source: ByteSource): Promise<Scan | undefined> {
  let offset = 2;
  let size = { width: 0, height: 0 };
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    const head = await source.read(offset, 9);
    if (head.length < 4 || head[0] !== MARKER) return undefined;
    const marker = head[1] as number;
    if (marker === MARKER) {
      offset += 1;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (length < 2 || offset + 2 + length > source.size) return undefined;
    if (isFrame(marker)) size = readSize(head);
    offset += 2 + length;
    if (marker === START_OF_SCAN) return size.width > 0 && size.height > 0 ? { offset, ...size } : undefined;
  }
  return undefined;
}

/** A frame says its height before its width. */
function readSize(head: Buffer): { width: number; height: number } {
  return head.length === 9 ? { width: head.readUInt16BE(7), height: head.readUInt16BE(5) } : { width: 0, height: 0 };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** In scan data 0xFF is followed by 0x00 or a restart marker, so 0xFFD9 is the end and nothing else. */
async function hasEndOfImage(source: ByteSource, from: number): Promise<boolean> {
  const end = Buffer.from([MARKER, END_OF_IMAGE]);
  for (let offset = from; offset < source.size; offset += WINDOW) {
    const window = await source.read(offset, WINDOW + 1);
    if (window.includes(end)) return true;
  }
  return false;
}
