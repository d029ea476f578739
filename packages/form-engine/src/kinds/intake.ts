/**
 * What happens to every text where it comes in: NFC, and a refusal of what no answer may hold.
 */
import type { JsonValue } from '../plan/plan.js';
import { fault, type Parsed } from './kind.js';

/** Marks that paste brings along and nobody sees: byte order mark, zero-width space, word joiner, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
/** Control characters but tab and line ends; overrides and isolates of the reading direction; halves of surrogate pairs. */
const REFUSED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Surrogate}\u{fff9}-\u{fffb}]/u;

/** The text without invisible marks, in NFC: in this order, since a letter and its mark may meet only then. */
export function normalizeText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC');
}

/** The fault `kind.unsupported-character` when the text holds one that no answer may, with its code point. */
export function refuseCharacters(text: string): Parsed | undefined {
  const match = REFUSED.exec(text);
  if (match === null) return undefined;
  const codePoint = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return fault('kind.unsupported-character', { codePoint: `U+${codePoint}`, position: match.index + 1 });
}

/** Makes one line of it: tabs, line ends and runs of spaces become one space; none at the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Brings every text inside a JSON value to NFC; everything else is shared. */
export function normalizeInput(input: JsonValue): JsonValue {
  if (typeof input === 'string') return input.normalize('NFC');
  if (Array.isArray(input)) return input.map(normalizeInput);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, normalizeInput(value)]));
}

/** Digits of any script (full-width, Arabic-Indic) become 0 to 9. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    return String((point - zero) % 10);
  });
}
