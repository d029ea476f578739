import type { ContentKind } from './content-kind.js';
import { exceedsPixels } from './pixel-limit.js';

const HEAD_LENGTH = 30;

/** WebP (RFC 9649): a RIFF container whose length reaches the end of the file, with an image chunk first. */
export const webp: ContentKind = {
  mediaType: 'image/webp',
  begins: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  async findFault(source) {
    const head = await source.read(0, HEAD_LENGTH);
    if (head.length < HEAD_LENGTH) return 'corrupt';
    const riffLength = head.readUInt32LE(4);
    const chunkLength = head.readUInt32LE(16);
    const fits =
      riffLength + 8 <= source.size && chunkLength > 0 && 20 + chunkLength <= riffLength + 8 && chunkLength >= 5;
    const size = fits ? readSize(head) : undefined;
    if (!size) return 'corrupt';
    return exceedsPixels(...size) ? 'dimensions' : undefined;
  },
};

/** Width and height of the first chunk: a lossy frame, a lossless one, or the canvas of the extended form. */
function readSize(head: Buffer): [number, number] | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1];
    default:
      return undefined;
  }
}
