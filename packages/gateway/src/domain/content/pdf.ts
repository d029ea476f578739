import type { ByteSource, ContentKind } from './content-kind.js';
import { findPdfNames } from './pdf-names.js';

const TAIL_BYTES = 2048;

/**
 * PDF (ISO 32000): a header in the first byte, at the end `startxref <offset> %%EOF` with an offset inside the file and nothing behind it,
 * and between them no name of a script, a program, a foreign file or a lock.
 */
export const pdf: ContentKind = {
  mediaType: 'application/pdf',
  begins: (head) => /^%PDF-[12]\.\d/.test(head.toString('latin1')),
  async findFault(source) {
    if (!(await hasEnd(source))) return 'corrupt';
    const { found, readable } = await findPdfNames(source);
    if (found.has('Encrypt')) return 'protected';
    if (found.size > 0) return 'active';
    return readable ? undefined : 'corrupt';
  },
};

/** White space alone may stand behind the last mark: what else is there is for another program than a reader of PDF. */
async function hasEnd(source: ByteSource): Promise<boolean> {
  const tail = (await source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES)).toString('latin1');
  const [, offset] = /startxref\s+(\d+)\s+%%EOF[\s\0]*$/.exec(tail) ?? [];
  return offset !== undefined && Number(offset) < source.size;
}
