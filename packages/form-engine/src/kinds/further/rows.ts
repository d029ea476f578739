/**
 * What groups that repeat and tables share: rows of named answers, of which those without any answer are none.
 */
import { isObject } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { normalizeInput } from '../intake.js';
import { EMPTY, fault, type Parsed } from '../kind.js';

/** The rows that hold an answer, in NFC; members that are null or blank text are left out. */
export function readRows(input: JsonValue): Parsed {
  if (input === null || input === '') return EMPTY;
  if (!Array.isArray(input) || !input.every(isObject)) return fault('kind.rows-expected');
  const rows = input.map(keepAnswers).filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? EMPTY : { value: rows };
}

/** Is there a row with an answer? */
export function hasNoRows(value: JsonValue | undefined): boolean {
  const parsed = readRows(value ?? null);
  return !('fault' in parsed) && parsed.value === undefined;
}

/** How many rows there are, in words. */
export function countRows(value: JsonValue, locale: 'vi' | 'en'): string {
  const count = Array.isArray(value) ? value.length : 0;
  if (locale === 'vi') return `${count} mục`;
  return count === 1 ? '1 entry' : `${count} entries`;
}

function keepAnswers(row: JsonObject): JsonObject {
  const normal = normalizeInput(row) as JsonObject;
  return Object.fromEntries(Object.entries(normal).filter(([, value]) => !isBlank(value)));
}

function isBlank(value: JsonValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}
