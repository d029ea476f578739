import { countMonths, isWholeDate } from '../plain-date.js';
import type { Operator } from '../../expression.js';

/** `months-between`: whole months from the first date to the second; negative when the second is earlier. */
export const monthsBetween: Operator = {
  name: 'months-between',
  arity: [2, 2],
  apply: ([from, to]) => (isWholeDate(from) && isWholeDate(to) ? countMonths(from, to) : undefined),
};
