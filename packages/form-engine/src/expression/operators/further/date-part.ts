import type { Operator } from '../../expression.js';
import { readPartialDate } from './read-partial-date.js';

/** `date-part`: the `year`, `month` or `day` of a date; of a partial date those that are known. */
export const datePart: Operator = {
  name: 'date-part',
  arity: [2, 2],
  apply([date, part]) {
    const [year, month, day] = readPartialDate(date) ?? [];
    if (part === 'year') return year;
    if (part === 'month') return month;
    return part === 'day' ? day : undefined;
  },
};
