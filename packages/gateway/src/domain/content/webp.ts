import type { ContentKind } from './content-kind.js';

/** WebP (RFC 9649): a RIFF container whose length reaches the end of the file, with an image chunk first. */
export const webp: ContentKind = {
  mediaType: 'image/webp',
  begins: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  async isWhole(source) {
    const head = await source.read(0, 20);
    if (head.length < 20) return false;
    const riffLength = head.readUInt32LE(4);
    const chunkLength = head.readUInt32LE(16);
    return (
      riffLength + 8 <= source.size &&
      chunkLength > 0 &&
      20 + chunkLength <= riffLength + 8 &&
      ['VP8 ', 'VP8L', 'VP8X'].includes(head.toString('latin1', 12, 16))
    );
  },
};
