import { normalizeInput } from './intake.js';
import { EMPTY, type FieldKind } from './kind.js';

/** Any JSON value, for places that no other kind suits; a control of its own must draw it. */
export const json: FieldKind = {
  name: 'json',
  matches: () => true,
  initial: undefined,
  parse: (input) => (input === null ? EMPTY : { value: normalizeInput(input) }),
  format: (value) => value,
  isEmpty: (value) => value === undefined,
  summarize: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
};
