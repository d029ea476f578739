import type { JsonObject } from '../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters } from './intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from './kind.js';

/** One line of text: spaces at the ends and in runs are no part of it. */
export const text: FieldKind = {
  name: 'text',
  matches: isPlainText,
  initial: undefined,
  parse: (input) => parseText(input, collapseSpaces),
  format: (value) => String(value),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => String(value),
};

/** Several lines of text; line ends are kept as `\n`. */
export const longText: FieldKind = {
  ...text,
  name: 'long-text',
  matches: (schema) => isPlainText(schema) && Number(schema['maxLength'] ?? 0) > 255,
  parse: (input) => parseText(input, (typed) => typed.replace(/\r\n?/gu, '\n').replace(/^\s+|\s+$/gu, '')),
};

/** Reads a text from an input: cleaned, refused for a character, or empty. */
export function parseText(input: JsonObject[string], clean: (typed: string) => string): Parsed {
  if (input === null) return EMPTY;
  if (typeof input !== 'string') return fault('kind.text-expected');
  const typed = normalizeText(input);
  const value = clean(typed);
  return refuseCharacters(typed) ?? (value === '' ? EMPTY : { value });
}

function isPlainText(schema: JsonObject): boolean {
  return schema['type'] === 'string' || schema['type'] === undefined;
}
