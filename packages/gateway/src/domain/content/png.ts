import { crc32 } from 'node:zlib';
import type { ByteSource, ContentFault, ContentKind } from './content-kind.js';
import { exceedsPixels } from './pixel-limit.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_CHUNKS = 100_000;
const WINDOW = 1 << 18;

/** PNG (ISO 15948): IHDR first with a size, chunks that fit into the file, some IDAT, IEND, and right checksums where they matter. */
export const png: ContentKind = {
  mediaType: 'image/png',
  begins: (head) => head.subarray(0, SIGNATURE.length).equals(SIGNATURE),
  async findFault(source) {
    let offset = SIGNATURE.length;
    let hasPixels = false;
    for (let count = 0; count < MAX_CHUNKS; count += 1) {
      const head = await source.read(offset, 16);
      if (head.length < 8) return 'corrupt';
      const length = head.readUInt32BE(0);
      const type = head.toString('latin1', 4, 8);
      if (offset + 12 + length > source.size) return 'corrupt';
      const fault = count === 0 ? findHeaderFault(type, length, head) : undefined;
      if (fault) return fault;
      if (isCritical(type) && !(await hasRightChecksum(source, offset + 4, length + 4))) return 'corrupt';
      if (type === 'IDAT') hasPixels = true;
      if (type === 'IEND') return hasPixels && length === 0 ? undefined : 'corrupt';
      offset += 12 + length;
    }
    return 'corrupt';
  },
};

function findHeaderFault(type: string, length: number, head: Buffer): ContentFault | undefined {
  if (type !== 'IHDR' || length !== 13) return 'corrupt';
  const [width, height] = [head.readUInt32BE(8), head.readUInt32BE(12)];
  if (width === 0 || height === 0) return 'corrupt';
  return exceedsPixels(width, height) ? 'dimensions' : undefined;
}

/** The case of the first letter says whether a picture can be drawn without the chunk. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

async function hasRightChecksum(source: ByteSource, offset: number, length: number): Promise<boolean> {
  let sum = 0;
  for (let done = 0; done < length; done += WINDOW)
    sum = crc32(await source.read(offset + done, Math.min(WINDOW, length - done)), sum);
  return (await source.read(offset + length, 4)).readUInt32BE(0) === sum;
}
