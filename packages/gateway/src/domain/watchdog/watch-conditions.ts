/**
 * The alarms on dossiers as conditions on the database, at one moment.
 */
import type { DossierAlarm, WatchCondition } from '../../ports/watch-store.js';
import type { StateName } from '../states.js';
import { findDaysSince, findWorkedSince } from '../time/working-cut-off.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { WatchSettings } from './watch-settings.js';

export interface WatchServices {
  calendar: WorkingCalendar;
  settings: WatchSettings;
  /** Slugs of the open procedures. */
  slugs: readonly string[];
  /** Worked milliseconds before the due date from which it is about to pass. */
  soonLate: number;
}

/** In these the time limit runs. */
const TIMED: readonly StateName[] = ['received', 'processing'];
const UNCLAIMED: readonly StateName[] = ['submitted'];
const AWAITING: StateName = 'supplementRequested';

export function writeConditions(now: Date, services: WatchServices): Record<DossierAlarm, WatchCondition> {
  const { calendar, settings, soonLate } = services;
  const soon = new Date(calendar.addWorkingTime(now, soonLate).getTime() + 1);
  return {
    'dossier-unclaimed': {
      kind: 'waiting',
      states: UNCLAIMED,
      until: findWorkedSince(now, settings.unclaimed, calendar),
    },
    'due-soon': { kind: 'due', states: TIMED, from: now, before: soon },
    late: { kind: 'due', states: TIMED, before: now },
    'supplement-overdue': writeAsked(now, services, (slug) => countDaysToAlarm(slug, settings)),
  };
}

/** Dossiers whose supplement is to be looked after: reminded of, or ended. Those that merely wait are not among them. */
export function writeEnding(now: Date, services: WatchServices): WatchCondition {
  return writeAsked(now, services, (slug) =>
    services.settings.findSupplement(slug).end ? countDaysToAlarm(slug, services.settings) : undefined,
  );
}

/** Working days from the request to the alarm: to the reminder, where the dossier then ends by itself. */
export function countDaysToAlarm(slug: string, settings: WatchSettings): number {
  const { workingDays, end, warnBefore } = settings.findSupplement(slug);
  return end ? workingDays - warnBefore : workingDays;
}

const LONG_AGO = new Date(0);

/** @param countDays undefined: none of this procedure */
function writeAsked(
  now: Date,
  { calendar, slugs }: WatchServices,
  countDays: (slug: string) => number | undefined,
): WatchCondition {
  const known = new Map<number, Date>();
  const cutOff = (slug: string): Date => {
    const days = countDays(slug);
    if (days === undefined) return LONG_AGO;
    const found = known.get(days) ?? findDaysSince(now, days, calendar);
    known.set(days, found);
    return found;
  };
  const bySlug = Object.fromEntries(slugs.map((slug) => [slug, cutOff(slug)]));
  // A procedure that is not open any more has the general limit.
  return { kind: 'asked', state: AWAITING, bySlug, others: cutOff('') };
}
