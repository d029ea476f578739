import { writeOut } from '../data/json.js';
import { formatDate } from '../text/format-date.js';
import { joinDate, partsOfIsoDate, splitDate } from './date-parts.js';
import { EMPTY, type FieldKind, fault } from './kind.js';

/** A whole date, `yyyy-mm-dd`; typed as `{day, month, year}` or as one text, day first. */
export const date: FieldKind = {
  name: 'date',
  matches: (schema) => schema['format'] === 'date',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    const parts = splitDate(input);
    return parts === undefined
      ? fault('kind.date-incomplete', { missing: ['day', 'month', 'year'] })
      : joinDate(parts, 'day');
  },
  format(value) {
    const { day, month, year } = partsOfIsoDate(writeOut(value));
    return { day, month, year };
  },
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value, context) => formatDate(writeOut(value), context.locale),
};
