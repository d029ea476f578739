import { isObject } from '../data/json.js';
import type { JsonValue } from '../plan/plan.js';
import { normalizeInput } from './intake.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** The files of one paper: a list of references to finished uploads. */
export const attachments: FieldKind = {
  name: 'attachments',
  matches: (_schema, definition) => definition === 'attachments',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (!Array.isArray(input) || !input.every(isObject)) return fault('kind.files-expected');
    return input.length === 0 ? EMPTY : { value: normalizeInput(input) };
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  summarize: (value) => (Array.isArray(value) ? value.map(nameOf).join(', ') : ''),
};

function nameOf(file: JsonValue): string {
  return isObject(file) && typeof file['name'] === 'string' ? file['name'] : '';
}
