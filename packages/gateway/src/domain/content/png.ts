import type { ContentKind } from './content-kind.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_CHUNKS = 100_000;

/** PNG (ISO 15948): IHDR first with a size, chunks that fit into the file, some IDAT, and IEND. */
export const png: ContentKind = {
  mediaType: 'image/png',
  begins: (head) => head.subarray(0, SIGNATURE.length).equals(SIGNATURE),
  async isWhole(source) {
    let offset = SIGNATURE.length;
    let hasPixels = false;
    for (let count = 0; count < MAX_CHUNKS; count += 1) {
      const head = await source.read(offset, 16);
      if (head.length < 8) return false;
      const length = head.readUInt32BE(0);
      const type = head.toString('latin1', 4, 8);
      if (offset + 12 + length > source.size) return false;
      if (count === 0 && !(type === 'IHDR' && length === 13 && head.readUInt32BE(8) > 0 && head.readUInt32BE(12) > 0))
        return false;
      if (type === 'IDAT') hasPixels = true;
      if (type === 'IEND') return hasPixels && length === 0;
      offset += 12 + length;
    }
    return false;
  },
};
