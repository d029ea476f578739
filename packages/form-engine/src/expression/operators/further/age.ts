import { countMonths, isWholeDate } from '../plain-date.js';
import type { Operator } from '../../expression.js';
import { readPartialDate } from './read-partial-date.js';

/**
 * `age`: whole years of a person on a day, today when none is given. Of a partial date of birth the age is known only where every
 * day it may mean gives the same. Nothing before the birth.
 */
export const age: Operator = {
  name: 'age',
  arity: [1, 2],
  apply([birth, day], { today }) {
    const on = day ?? today;
    const [year, month, ofMonth] = readPartialDate(birth) ?? [];
    if (year === undefined || typeof birth !== 'string' || !isWholeDate(on)) return undefined;
    if (ofMonth !== undefined) return yearsSince(birth, on);
    const first = yearsSince(month === undefined ? `${birth}-01-01` : `${birth}-01`, on);
    const last = yearsSince(month === undefined ? `${birth}-12-31` : `${birth}-${lastDay(year, month)}`, on);
    return first === last ? first : undefined;
  },
};

function yearsSince(birth: string, on: string): number | undefined {
  return on < birth ? undefined : Math.floor(countMonths(birth, on) / 12);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
