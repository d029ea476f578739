import type { ContentKind } from './content-kind.js';

const TAIL_BYTES = 2048;

/** PDF (ISO 32000): a header, and at the end `startxref <offset> %%EOF` with an offset inside the file. */
export const pdf: ContentKind = {
  mediaType: 'application/pdf',
  begins: (head) => /^%PDF-[12]\.\d/.test(head.toString('latin1')),
  async isWhole(source) {
    const tail = (await source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES)).toString('latin1');
    const end = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].pop();
    return end !== undefined && Number(end[1]) < source.size;
  },
};
