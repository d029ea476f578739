/** Long texts for a pattern: what its attack repeats, and what it seems to want itself, over and over, then something that it cannot take. */

/** UTF-16 units of each text: as long as an answer may be. */
export const LENGTH = 20_000;
const COMMON = ['a', 'aA', '0', ' ', 'Nguyễn ', '"', 'a.', 'a@', '😀'];
const ENDS = ['', '!', '\n'];

/** The text of a case: pieces, each repeated as often as it says. */
export function writeText(pieces) {
  return pieces.map(([piece, times]) => piece.repeat(times)).join('');
}

/** @param {{pattern: string, text: [string, number][]}} entry a case of the shared file of hostile patterns */
export function makeTexts({ pattern, text }) {
  const plain = pattern.replace(/\\./g, '').replace(/[^\p{L}\p{N} @._/-]/gu, '');
  const units = new Set([...COMMON, ...[...new Set(plain)].slice(0, 6), plain].filter((unit) => unit !== ''));
  const made = [...units].flatMap((unit) => ENDS.map((end) => repeatTo(unit, LENGTH - end.length) + end));
  return [stretch(text), ...made];
}

/** The attack of the case, its repeated pieces repeated until it is as long as the others. */
function stretch(pieces) {
  const fixed = writeText(pieces.filter(([, times]) => times === 1)).length;
  const repeated = writeText(pieces.filter(([, times]) => times > 1)).length;
  const factor = repeated === 0 ? 1 : (LENGTH - fixed) / repeated;
  return writeText(
    pieces.map(([piece, times]) => [piece, times === 1 ? 1 : Math.max(1, Math.floor(times * factor))]),
  ).slice(0, LENGTH);
}

function repeatTo(unit, length) {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}
