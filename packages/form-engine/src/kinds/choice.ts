import { writeOut } from '../data/json.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** One of a few values, shown at once or in a list. */
export const choice: FieldKind = {
  name: 'choice',
  matches: (schema) =>
    Array.isArray(schema['enum']) || Object.hasOwn(schema, 'const') || Array.isArray(schema['oneOf']),
  initial: undefined,
  parse(input, node) {
    if (input === null || input === '') return EMPTY;
    if (typeof input === 'object') return fault('kind.choice-expected');
    const text = writeOut(input).normalize('NFC');
    const allowed = node.options?.values;
    if (allowed === undefined) return { value: typeof input === 'string' ? text : input };
    const value = allowed.find((candidate) => candidate === input || writeOut(candidate) === text);
    return value === undefined ? fault('kind.choice-expected') : { value };
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value, context) => context.label?.(value) ?? writeOut(value),
};

/** One of many values, found by typing; the list lies in a catalogue. */
export const largeChoice: FieldKind = {
  ...choice,
  name: 'large-choice',
  matches: (schema, definition) =>
    definition === 'country' ||
    definition === 'ethnic-group' ||
    (choice.matches(schema, definition) && countChoices(schema['enum'], schema['oneOf']) > 12),
};

function countChoices(...lists: readonly unknown[]): number {
  return Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
}
