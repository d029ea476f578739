import type { FieldKind } from '../kind.js';
import { countRows, hasNoRows, readRows } from './rows.js';

/** A group of fields that repeats, as the members of a household: one object for each. */
export const repeatGroup: FieldKind = {
  name: 'repeat-group',
  matches: (_schema, definition) => definition === 'repeat-group',
  initial: undefined,
  parse: readRows,
  format: (value) => value,
  isEmpty: hasNoRows,
  summarize: (value, context) => countRows(value, context.locale),
};
