/**
 * Looks back through the working calendar: since when must something have waited, so that its limit has run out now?
 */
import { addDays, dayOf, instantOn } from './plain-date.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * The latest instant from which at least that much has been worked until now.
 * @param milliseconds worked, above 0
 */
export function findWorkedSince(now: Date, milliseconds: number, calendar: WorkingCalendar): Date {
  let early = instantOn(dayOf(now), 0);
  while (calendar.measureWorkingTime(early, now) < milliseconds) early = instantOn(addDays(dayOf(early), -1), 0);
  let [low, high] = [early.getTime(), now.getTime()];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (calendar.measureWorkingTime(new Date(middle), now) >= milliseconds) low = middle;
    else high = middle;
  }
  return new Date(low);
}

/** The close of the day that lies that many working days after the day of an instant. */
export function closeAfterDays(from: Date, workingDays: number, calendar: WorkingCalendar): Date {
  return calendar.closeOf(calendar.addWorkingDays(dayOf(from), workingDays));
}

/** The latest instant whose `closeAfterDays` has passed now. */
export function findDaysSince(now: Date, workingDays: number, calendar: WorkingCalendar): Date {
  const latest = calendar.addWorkingDays(dayOf(now), 0);
  const closed = calendar.closeOf(latest) <= now ? latest : calendar.addWorkingDays(latest, -1);
  const first = calendar.addWorkingDays(closed, -workingDays);
  // Days off count as the working day before them.
  return new Date(instantOn(calendar.addWorkingDays(first, 1), 0).getTime() - 1);
}
