/**
 * Writes a whole PDF of one empty page.
 */
const PAGE = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
];

/**
 * @param objects sources of further objects, as they stand between `obj` and `endobj`
 * @param trailer further entries of the trailer
 */
export function writeSamplePdf(objects: readonly Buffer[] = [], trailer = ''): Buffer {
  const all = [...PAGE.map((source) => Buffer.from(source, 'latin1')), ...objects];
  const parts = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, source] of all.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), source, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(object);
    length += object.byteLength;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const entries = `/Size ${all.length + 1} /Root 1 0 R ${trailer}`.trim();
  const end = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< ${entries} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
}
