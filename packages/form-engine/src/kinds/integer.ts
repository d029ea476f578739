import { writeOut } from '../data/json.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from './intake.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** A whole number, typed with or without thousands marks: 1.250.000 and 1 250 000 are the same. */
export const integer: FieldKind = {
  name: 'integer',
  matches: (schema) => schema['type'] === 'integer' || schema['type'] === 'number',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (typeof input === 'number')
      return Number.isSafeInteger(input) ? { value: input === 0 ? 0 : input } : fault('kind.number-expected');
    if (typeof input !== 'string') return fault('kind.number-expected');
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    if (typed === '') return EMPTY;
    const digits = /^[+-]?\d{1,3}(?:[., ]\d{3})+$/u.test(typed) ? typed.replace(/[., ]/gu, '') : typed;
    if (!/^[+-]?\d+$/u.test(digits)) return refuseCharacters(typed) ?? fault('kind.number-expected');
    const value = Number(digits);
    return Number.isSafeInteger(value)
      ? { value: value === 0 ? 0 : value }
      : fault('kind.number-too-large', { limit: Number.MAX_SAFE_INTEGER });
  },
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined,
  summarize: (value, context) =>
    typeof value === 'number' ? value.toLocaleString(context.locale === 'vi' ? 'vi-VN' : 'en-GB') : writeOut(value),
};
