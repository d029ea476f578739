import { writeOut } from '../../data/json.js';
import { readDigits } from '../digits.js';
import { type FieldKind, fault } from '../kind.js';

/** Length of a number on the old identity card (số CMND). */
const EXPECTED = 9;
/** A later series of the same card had as many digits as the personal identification number. */
const LATER = 12;

/** The number of an old identity card (số CMND cũ): a text of 9 digits; 12 of the later series are taken, and looked at twice. */
export const oldNumber: FieldKind = {
  name: 'old-number',
  matches: (_schema, definition) => definition === 'old-number',
  initial: undefined,
  parse(input) {
    const parsed = readDigits(input);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    if (parsed.value.startsWith('+')) return fault('kind.digits-expected');
    const actual = parsed.value.length;
    return actual === EXPECTED || actual === LATER
      ? parsed
      : fault('kind.digits-count', { expected: EXPECTED, actual });
  },
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => writeOut(value),
  advise: (value) =>
    writeOut(value).length === LATER ? [{ code: 'warning.old-number-length', params: { expected: EXPECTED } }] : [],
};
