import { writeOut } from '../data/json.js';
import type { JsonObject } from '../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters } from './intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from './kind.js';
import { readLegacyText } from '../text/legacy-encoding.js';

/** One line of text: spaces at the ends and in runs are no part of it. */
export const text: FieldKind = {
  name: 'text',
  matches: isPlainText,
  initial: undefined,
  parse: (input) => parseText(input, collapseSpaces),
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => writeOut(value),
};

/** What neither storage nor exchange can carry: NUL and halves of surrogate pairs. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

/** Several lines of free text, kept as written in NFC: line ends are `\n`, and only what cannot be stored is refused. */
export const longText: FieldKind = {
  ...text,
  name: 'long-text',
  matches: (schema) => isPlainText(schema) && Number(schema['maxLength'] ?? 0) > 255,
  parse: (input) => {
    if (input === null) return EMPTY;
    if (typeof input !== 'string') return fault('kind.text-expected');
    const value = input.normalize('NFC').replace(/\r\n?/gu, '\n');
    const match = UNSTORABLE.exec(value);
    if (match)
      return fault('kind.unsupported-character', { codePoint: codePointName(match[0]), position: match.index + 1 });
    const legacy = refuseLegacy(input);
    if (legacy !== undefined) return legacy;
    return value.trim() === '' ? EMPTY : { value };
  },
};

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Letters of TCVN3 or VNI are asked for anew: what they say is a guess, which only the control may offer. */
function refuseLegacy(input: string): Parsed | undefined {
  const legacy = readLegacyText(input);
  return legacy && fault('kind.legacy-encoding', { encoding: legacy.encoding });
}

/** Reads a text from an input: cleaned, refused for a character, or empty. */
export function parseText(input: JsonObject[string], clean: (typed: string) => string): Parsed {
  if (input === null) return EMPTY;
  if (typeof input !== 'string') return fault('kind.text-expected');
  const typed = normalizeText(input);
  const value = clean(typed);
  return refuseCharacters(typed) ?? refuseLegacy(input) ?? (value === '' ? EMPTY : { value });
}

function isPlainText(schema: JsonObject): boolean {
  return schema['type'] === 'string' || schema['type'] === undefined;
}
