/**
 * Folds Vietnamese text for comparing and searching: marks, đ, case, tone placement and spaces no longer count.
 */

/** Marks of tone and of letters after decomposition. */
const MARKS = /\p{M}/gu;

/** The folded text: `Hòa`, `hoà` and `HOA` are all `hoa`; runs of anything but letters and digits are one space. */
export function fold(text: string): string {
  return stripMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Small letters without marks; everything between them stays. */
export function stripMarks(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(/đ/gu, 'd');
}

/** Do both say the same but for case, spaces, Unicode form and the place of the tone mark? `hoà` and `Hòa` do, `hoa` does not. */
export function isSameText(left: string, right: string): boolean {
  return foldKeepingMarks(left) === foldKeepingMarks(right);
}

/** As `fold`, but tones and letters keep their marks in one order: `hoà` and `hòa` are equal, `hoa` is another. */
export function foldKeepingMarks(text: string): string {
  const spaced = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return spaced.split(' ').map(moveToneToEnd).join(' ');
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

function moveToneToEnd(syllable: string): string {
  const parts = syllable.normalize('NFD');
  const tones = parts.match(TONES);
  return tones === null ? syllable : parts.replace(TONES, '').normalize('NFC') + tones.join('');
}

/** A text folded letter by letter, with the place in the original of each folded letter, for marking what matched. */
export interface FoldedText {
  text: string;
  /** By folded position: where the letter begins and ends in the original. */
  starts: number[];
  ends: number[];
}

/** Folds and remembers where each letter came from. */
export function foldWithPlaces(text: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  let place = 0;
  for (const letter of text) {
    const start = place;
    place += letter.length;
    const plain = /^\p{M}$/u.test(letter) ? '' : fold(letter);
    if (plain === '' && /^\p{M}$/u.test(letter)) {
      if (folded.ends.length > 0) folded.ends[folded.ends.length - 1] = place;
    } else if (plain !== '') append(folded, plain, start, place);
    else if (folded.text !== '' && !folded.text.endsWith(' ')) append(folded, ' ', start, place);
  }
  return folded;
}

function append(folded: FoldedText, plain: string, start: number, end: number): void {
  folded.text += plain;
  for (let index = 0; index < plain.length; index += 1) {
    folded.starts.push(start);
    folded.ends.push(end);
  }
}
