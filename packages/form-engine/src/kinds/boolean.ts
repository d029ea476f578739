import { EMPTY, type FieldKind, fault } from './kind.js';

const MEANINGS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Yes or no. */
export const boolean: FieldKind = {
  name: 'boolean',
  matches: (schema) => schema['type'] === 'boolean',
  initial: undefined,
  parse(input) {
    if (input === null || input === '') return EMPTY;
    if (typeof input === 'boolean') return { value: input };
    const value = typeof input === 'string' && Object.hasOwn(MEANINGS, input) ? MEANINGS[input] : undefined;
    return value === undefined ? fault('kind.choice-expected') : { value };
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
