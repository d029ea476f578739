import { dateInWords } from '../../text/date-in-words.js';
import type { Operator } from '../expression.js';
import { isWholeDate } from './plain-date.js';

const DAY = 86_400_000;

/** `today`: the date of the gateway's clock in Viet Nam. */
export const today: Operator = {
  name: 'today',
  arity: [0, 1],
  apply: (_operands, context) => context.today,
};

/** `days-between`: days from the first date to the second; negative when the second is earlier. */
export const daysBetween: Operator = {
  name: 'days-between',
  arity: [2, 2],
  apply([from, to]) {
    return isWholeDate(from) && isWholeDate(to) ? (Date.parse(to) - Date.parse(from)) / DAY : undefined;
  },
};

/** `years-between`: whole years from the first date to the second, as an age is counted. */
export const yearsBetween: Operator = {
  name: 'years-between',
  arity: [2, 2],
  apply([from, to]) {
    if (!isWholeDate(from) || !isWholeDate(to)) return undefined;
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    return to.slice(5) < from.slice(5) ? years - 1 : years;
  },
};

/** `date-in-words`: the date as a declaration has it written out, in Vietnamese. */
export const dateWords: Operator = {
  name: 'date-in-words',
  arity: [1, 1],
  apply([date]) {
    return typeof date === 'string' ? dateInWords(date) : undefined;
  },
};
