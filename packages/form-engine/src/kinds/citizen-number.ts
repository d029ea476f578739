import { writeOut } from '../data/json.js';
import { readDigits } from './digits.js';
import { type FieldKind, fault } from './kind.js';

/** Length of a personal identification number. */
const EXPECTED = 12;

/** A personal identification number (số định danh cá nhân): a text of 12 digits. */
export const citizenNumber: FieldKind = {
  name: 'citizen-number',
  matches: (_schema, definition) => definition === 'citizen-number',
  initial: undefined,
  parse(input) {
    const parsed = readDigits(input);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    if (parsed.value.startsWith('+')) return fault('kind.digits-expected');
    return parsed.value.length === EXPECTED
      ? parsed
      : fault('kind.digits-count', { expected: EXPECTED, actual: parsed.value.length });
  },
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => writeOut(value),
};
