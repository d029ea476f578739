import { addDays, addMonths, isWholeDate } from '../plain-date.js';
import { type Operator, toNumber } from '../../expression.js';

/** `date-add`: date, whole number, and `day` (when absent), `week`, `month` or `year`; a month that is too short ends the count on its last day. */
export const dateAdd: Operator = {
  name: 'date-add',
  arity: [2, 3],
  apply([date, amount = null, unit = 'day']) {
    const count = toNumber(amount);
    if (!isWholeDate(date) || count === undefined || !Number.isInteger(count)) return undefined;
    if (unit === 'day') return addDays(date, count);
    if (unit === 'week') return addDays(date, 7 * count);
    if (unit === 'month') return addMonths(date, count);
    return unit === 'year' ? addMonths(date, 12 * count) : undefined;
  },
};
