/**
 * Reads numbers that are texts of digits (identity numbers, telephone numbers): marks between the digits and a label before them are passed over.
 */
import { stripLabel } from './label.js';
import type { JsonValue } from '../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from './intake.js';
import { EMPTY, fault, type Parsed } from './kind.js';

/** Marks that people put between groups of digits. */
const MARKS = /[\s.,()·/‐‑‒–—-]/gu;

/** The digits and a leading `+` of an input; a fault, or empty. */
export function readDigits(input: JsonValue): Parsed {
  if (input === null) return EMPTY;
  if (typeof input !== 'string') return fault('kind.digits-expected');
  const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
  if (typed === '') return EMPTY;
  const digits = stripLabel(typed).replace(MARKS, '');
  if (/^\+?\d+$/u.test(digits)) return { value: digits };
  return refuseCharacters(typed) ?? fault('kind.digits-expected');
}
