import { writeOut } from '../data/json.js';
import { formatNumber } from '../text/format-number.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from './intake.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** Digits in groups of three, parted by one and the same mark; a number that begins with 0 has no groups. */
const GROUPED = /^([+-]?[1-9]\d{0,2})([., ])(\d{3}(?:\2\d{3})*)$/u;

/** The number without thousands marks; unchanged when it is not written in groups. */
export function ungroup(typed: string): string {
  return GROUPED.test(typed) ? typed.replace(/[., ]/gu, '') : typed;
}

/** A whole number, typed with or without thousands marks: 1.250.000 and 1 250 000 are the same. */
export const integer: FieldKind = {
  name: 'integer',
  matches: (schema) => schema['type'] === 'integer',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (typeof input === 'number')
      return Number.isSafeInteger(input) ? { value: input === 0 ? 0 : input } : fault('kind.number-expected');
    if (typeof input !== 'string') return fault('kind.number-expected');
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    if (typed === '') return EMPTY;
    const digits = ungroup(typed);
    if (!/^[+-]?\d+$/u.test(digits)) return refuseCharacters(typed) ?? fault('kind.number-expected');
    const value = Number(digits);
    return Number.isSafeInteger(value)
      ? { value: value === 0 ? 0 : value }
      : fault('kind.number-too-large', { limit: Number.MAX_SAFE_INTEGER });
  },
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined,
  summarize: (value, context) => (typeof value === 'number' ? formatNumber(value, context.locale) : writeOut(value)),
};
