/**
 * Which days and hours are worked, read from a dated catalogue: fixed holidays by rule, lunar and announced days as data.
 */
import { addDays, dayOf, instantOn, readTimeOfDay, timeOfDay, weekdayOf, type PlainDate } from './plain-date.js';

export const CALENDAR_CATALOG = 'working-calendar';
/** Days; no holiday is made up for later than that. */
const LONGEST_BREAK = 14;

/** The catalogue `working-calendar`. */
export interface CalendarDocument {
  covers: { from: PlainDate; until: PlainDate };
  /** 1 Monday to 7 Sunday. */
  weekend: readonly number[];
  sessions: readonly { from: string; until: string }[];
  cutOff: { time: string };
  fixedHolidays: readonly { monthDay: string }[];
  lunarHolidays: readonly { date: PlainDate; compensated?: boolean }[];
  announced: {
    daysOff: readonly { from: PlainDate; until: PlainDate }[];
    workDays: readonly { date: PlainDate }[];
  };
}

export interface WorkingCalendar {
  isWorkingDay(day: PlainDate): boolean;
  /** Whether holidays of that day are announced; outside only the fixed ones are known. */
  covers(day: PlainDate): boolean;
  /** The working day that many places on; 0 is the day itself, or the one before when it is off. Negative counts back. */
  addWorkingDays(day: PlainDate, count: number): PlainDate;
  /** Working days after `from` up to and with `until`; negative when `until` is the earlier one. */
  countWorkingDays(from: PlainDate, until: PlainDate): number;
  /** The day from which a limit counts: the day itself, or the next working day when it is off or the cut-off has passed. */
  findFirstDay(instant: Date): PlainDate;
  /** The end of the last session of a day. */
  closeOf(day: PlainDate): Date;
  /** The instant at which that many worked milliseconds have passed. */
  addWorkingTime(from: Date, milliseconds: number): Date;
  /** Worked milliseconds between two instants, the earlier one first. */
  measureWorkingTime(from: Date, until: Date): number;
  /** Worked milliseconds of a whole day. */
  readonly dayLength: number;
}

/** @param document a catalogue that satisfies its meta-schema */
export function createWorkingCalendar(document: CalendarDocument): WorkingCalendar {
  const isWorkingDay = createDayRule(document);
  const sessions = document.sessions.map(({ from, until }) => [readTimeOfDay(from), readTimeOfDay(until)] as const);
  const close = sessions[sessions.length - 1]?.[1] ?? 0;
  const cutOff = readTimeOfDay(document.cutOff.time);
  const dayLength = sessions.reduce((sum, [from, until]) => sum + until - from, 0);

  const step = (day: PlainDate, direction: 1 | -1): PlainDate => {
    let next = addDays(day, direction);
    while (!isWorkingDay(next)) next = addDays(next, direction);
    return next;
  };
  const workedOn = (day: PlainDate, from: number, until: number): number =>
    isWorkingDay(day)
      ? sessions.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, until) - Math.max(start, from)), 0)
      : 0;

  return {
    isWorkingDay,
    covers: (day) => document.covers.from <= day && day <= document.covers.until,
    addWorkingDays(day, count) {
      let reached = isWorkingDay(day) ? day : step(day, -1);
      for (let left = Math.abs(count); left > 0; left -= 1) reached = step(reached, count > 0 ? 1 : -1);
      return reached;
    },
    countWorkingDays(from, until) {
      if (until < from) return -this.countWorkingDays(until, from);
      let count = 0;
      for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
      return count;
    },
    findFirstDay(instant) {
      const day = dayOf(instant);
      return isWorkingDay(day) && timeOfDay(instant) < cutOff ? day : step(day, 1);
    },
    closeOf: (day) => instantOn(day, close),
    addWorkingTime(from, milliseconds) {
      let day = dayOf(from);
      let start = timeOfDay(from);
      let left = milliseconds;
      while (workedOn(day, start, close) < left || !isWorkingDay(day)) {
        left -= workedOn(day, start, close);
        day = step(day, 1);
        start = 0;
      }
      return instantOn(day, findWorkedMoment(sessions, start, left));
    },
    measureWorkingTime(from, until) {
      const last = dayOf(until);
      let sum = 0;
      let start = timeOfDay(from);
      for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
        sum += workedOn(day, start, day === last ? timeOfDay(until) : close);
        start = 0;
      }
      return sum;
    },
    dayLength,
  };
}

/** The time of day at which `left` milliseconds of sessions have passed since `start`; the day is long enough. */
function findWorkedMoment(sessions: readonly (readonly [number, number])[], start: number, left: number): number {
  let rest = left;
  for (const [from, until] of sessions) {
    const begin = Math.max(from, start);
    if (until <= begin) continue;
    if (until - begin >= rest) return begin + rest;
    rest -= until - begin;
  }
  return start;
}

function createDayRule(document: CalendarDocument): (day: PlainDate) => boolean {
  const worked = new Set(document.announced.workDays.map(({ date }) => date));
  const announced = new Set(document.announced.daysOff.flatMap(listDays));
  const lunar = new Map(document.lunarHolidays.map((holiday) => [holiday.date, holiday]));
  const fixed = new Set(document.fixedHolidays.map(({ monthDay }) => monthDay));
  const isWeekend = (day: PlainDate): boolean => document.weekend.includes(weekdayOf(day));
  const isHoliday = (day: PlainDate): boolean => fixed.has(day.slice(5)) || lunar.has(day);
  const isCompensated = (day: PlainDate): boolean => isHoliday(day) && lunar.get(day)?.compensated !== false;

  /** Bộ luật Lao động 2019, Điều 111 khoản 3: a holiday on the weekend moves to the next working day; two of them to the next two. */
  const takesThePlaceOfHoliday = (day: PlainDate): boolean => {
    let owed = 0;
    for (let next = addDays(day, -LONGEST_BREAK); next < day; next = addDays(next, 1)) {
      if (isWeekend(next)) owed += isCompensated(next) && !worked.has(next) ? 1 : 0;
      else if (owed > 0 && !isHoliday(next) && !announced.has(next)) owed -= 1;
    }
    return owed > 0;
  };
  return (day) =>
    worked.has(day) || !(isWeekend(day) || isHoliday(day) || announced.has(day) || takesThePlaceOfHoliday(day));
}

function listDays({ from, until }: { from: PlainDate; until: PlainDate }): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
