import { writeOut } from '../data/json.js';
import { date } from './date.js';
import { joinDate, partsOfIsoDate, type Precision, splitDate } from './date-parts.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** A date as far as it is known: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. What is left blank from the left is not known. */
export const partialDate: FieldKind = {
  ...date,
  name: 'partial-date',
  matches: (_schema, definition) => definition === 'partial-date',
  parse(input) {
    if (input === null) return EMPTY;
    const parts = splitDate(input);
    if (parts === undefined) return fault('kind.date-incomplete', { missing: ['year'] });
    const given: Precision = parts.day !== '' ? 'day' : parts.month !== '' ? 'month' : 'year';
    return joinDate(parts, parts.precision ?? given);
  },
  format: (value) => ({ ...partsOfIsoDate(writeOut(value)) }),
};
