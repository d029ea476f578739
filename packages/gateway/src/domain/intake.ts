/**
 * Brings what arrived into the form in which it is judged and kept: texts in NFC, and nothing that a store or a signature would alter.
 */
import type { JsonValue } from '@motcua/form-engine';
import type { Issue } from '@motcua/schemas';
import { createServerIssue } from './server-issue.js';

/** NUL and lone surrogates: PostgreSQL refuses the first, UTF-8 the second. */
const FORBIDDEN = /\0|\p{Cs}/u;

/** Copies a JSON value with each text in NFC. */
export function normaliseTexts(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normaliseTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, normaliseTexts(child)]));
  return value;
}

/** Texts and numbers that cannot be kept exactly as sent: `text.forbidden-character`, `number.unsafe`. */
export function findUnkeepable(value: JsonValue, pointer = ''): Issue[] {
  if (typeof value === 'string')
    return FORBIDDEN.test(value) ? [createServerIssue('text.forbidden-character', pointer)] : [];
  if (typeof value === 'number') return isExact(value) ? [] : [createServerIssue('number.unsafe', pointer)];
  if (Array.isArray(value)) return value.flatMap((item, index) => findUnkeepable(item, `${pointer}/${index}`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, child]) =>
      FORBIDDEN.test(name)
        ? [createServerIssue('text.forbidden-character', pointer)]
        : findUnkeepable(child, `${pointer}/${escapeToken(name)}`),
    );
  }
  return [];
}

/** One reference token of a JSON Pointer (RFC 6901). */
export function escapeToken(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
