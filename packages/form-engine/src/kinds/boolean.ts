import { writeOut } from '../data/json.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** Yes or no. */
export const boolean: FieldKind = {
  name: 'boolean',
  matches: (schema) => schema['type'] === 'boolean',
  initial: undefined,
  parse(input) {
    if (input === null || input === '') return EMPTY;
    const text = writeOut(input);
    return text === 'true' || text === 'false' ? { value: text === 'true' } : fault('kind.choice-expected');
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined,
  summarize(value, context) {
    const label = context.label?.(value);
    if (label !== undefined) return label;
    if (context.locale === 'vi') return value === true ? 'Có' : 'Không';
    return value === true ? 'Yes' : 'No';
  },
};
