/**
 * Splits what was copied out of a spreadsheet, or a file with separators, into rows of cells (RFC 4180 for quotation marks).
 */

/** Separators in the order in which they are looked for in the first line; a spreadsheet copies tabs. */
const SEPARATORS = ['\t', ';', ','];

/** Rows of cells as written; lines without any character are passed over. */
export function readCells(text: string): string[][] {
  const lines = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const firstLine = lines.slice(0, (lines.indexOf('\n') + 1 || lines.length + 1) - 1);
  const separator = SEPARATORS.find((candidate) => firstLine.includes(candidate)) ?? '\t';
  const rows: string[][] = [[]];
  let at = 0;
  while (at < lines.length) {
    const cell = lines[at] === '"' ? readQuoted(lines, at) : readPlain(lines, at, separator);
    rows.at(-1)?.push(cell.text);
    at = cell.end;
    if (lines[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

function readPlain(lines: string, from: number, separator: string): { text: string; end: number } {
  let end = from;
  while (end < lines.length && lines[end] !== separator && lines[end] !== '\n') end += 1;
  return { text: lines.slice(from, end), end };
}

/** Up to the closing mark; two marks are one that belongs to the text, and a mark that is never closed closes with the text. */
function readQuoted(lines: string, from: number): { text: string; end: number } {
  let text = '';
  let end = from + 1;
  for (; end < lines.length; end += 1) {
    if (lines[end] !== '"') text += lines[end] ?? '';
    else if (lines[end + 1] === '"') {
      text += '"';
      end += 1;
    } else break;
  }
  return { text, end: end + 1 };
}
