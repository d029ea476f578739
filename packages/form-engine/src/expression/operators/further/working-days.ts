import type { JsonValue, PlanCalendar } from '../../../plan/plan.js';
import { type Operator, type Outcome, toNumber } from '../../expression.js';
import { isWholeDate } from '../plain-date.js';
import { countWorkedDays, type WorkedDays } from './worked-days.js';

/** What looking through a calendar may cost: no calendar covers more days. */
const LONGEST = 4_000;

function ask(calendar: PlanCalendar | undefined, question: (days: WorkedDays) => Outcome): Outcome {
  return calendar === undefined ? undefined : question(countWorkedDays(calendar));
}

/** The number of days to step over, or the distance between two dates. */
function costOf([from, to]: readonly JsonValue[]): number {
  const days = typeof to === 'number' ? to : (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  return Math.min(Math.abs(days) || 0, LONGEST);
}

/**
 * `working-day` (is the day worked?), `working-day-add` (the working day that many places on; 0 is the day itself, or the one before
 * when it is off) and `working-days-between` (working days after the first date up to and with the second). By the catalogue
 * `working-calendar`; nothing outside the days that it covers.
 */
export const workingDays: readonly Operator[] = [
  {
    name: 'working-day',
    arity: [1, 1],
    apply: ([date], { calendar }) => (isWholeDate(date) ? ask(calendar, (days) => days.isWorked(date)) : undefined),
  },
  {
    name: 'working-day-add',
    arity: [2, 2],
    cost: costOf,
    apply([date, amount = null], { calendar }) {
      const count = toNumber(amount);
      return isWholeDate(date) && count !== undefined && Number.isInteger(count)
        ? ask(calendar, (days) => days.add(date, count))
        : undefined;
    },
  },
  {
    name: 'working-days-between',
    arity: [2, 2],
    cost: costOf,
    apply: ([from, to], { calendar }) =>
      isWholeDate(from) && isWholeDate(to) ? ask(calendar, (days) => days.count(from, to)) : undefined,
  },
];
