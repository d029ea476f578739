import type { PlanCalendar } from '../../../plan/plan.js';
import { addDays, weekdayOf } from '../plain-date.js';

/** Counts worked days by a calendar; nothing once it is left. */
export interface WorkedDays {
  isWorked(date: string): boolean | undefined;
  /** The worked day that many places on; 0 is the day itself, or the one before when it is off. */
  add(date: string, count: number): string | undefined;
  /** Worked days after `from` up to and with `until`; negative when `until` is the earlier one. */
  count(from: string, until: string): number | undefined;
}

const known = new WeakMap<PlanCalendar, WorkedDays>();

/** The worked days of a calendar, made ready once. */
export function countWorkedDays(calendar: PlanCalendar): WorkedDays {
  const ready = known.get(calendar) ?? createWorkedDays(calendar);
  known.set(calendar, ready);
  return ready;
}

function createWorkedDays({ from: first, until: last, weekend, off, worked }: PlanCalendar): WorkedDays {
  const daysOff = new Set(off);
  const daysOn = new Set(worked);
  const covers = (date: string): boolean => first <= date && date <= last;
  const isWorkedDay = (date: string): boolean =>
    daysOn.has(date) || !(daysOff.has(date) || weekend.includes(weekdayOf(date)));

  /** The next worked day in a direction; undefined when the calendar ends before it. */
  const step = (date: string, direction: 1 | -1): string | undefined => {
    let next = addDays(date, direction);
    while (next !== undefined && covers(next) && !isWorkedDay(next)) next = addDays(next, direction);
    return next !== undefined && covers(next) ? next : undefined;
  };

  return {
    isWorked: (date) => (covers(date) ? isWorkedDay(date) : undefined),
    add(date, count) {
      if (!covers(date)) return undefined;
      let reached = isWorkedDay(date) ? date : step(date, -1);
      for (let left = Math.abs(count); left > 0 && reached !== undefined; left -= 1)
        reached = step(reached, count > 0 ? 1 : -1);
      return reached;
    },
    count(from, until) {
      if (!covers(from) || !covers(until)) return undefined;
      const [early, late] = from <= until ? [from, until] : [until, from];
      let days = 0;
      for (let date = step(early, 1); date !== undefined && date <= late; date = step(date, 1)) days += 1;
      return days === 0 || from <= until ? days : -days;
    },
  };
}
