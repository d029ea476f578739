/**
 * The due date of a dossier, by its history alone: reception starts the limit, requests and stops pause it, a supplement restarts or resumes it,
 * an apology sets it anew.
 */
import { addDays, dayOf, type PlainDate } from './plain-date.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How long the agency has. */
export type TimeLimit = { workingDays: number } | { workingHours: number };

export interface DueDateRule {
  limit: TimeLimit;
  afterSupplement: 'restart' | 'resume';
}

/** What the due date looks at of one event. */
export interface TimedEvent {
  state: string;
  at: Date;
  move?: string;
  /** Of an apology: the one new date. */
  dueOn?: PlainDate;
}

/** `paused`: the clock stands still, so there is no date. `ended`: the date as it stood when the work was done. */
export type DueDate =
  { kind: 'none' } | { kind: 'running'; at: Date } | { kind: 'paused' } | { kind: 'ended'; at: Date };

/** What is left of the limit, and from where it counts. */
type Course = { unit: 'days'; from: PlainDate; left: number } | { unit: 'time'; from: Date; left: number };

const PAUSING = new Set(['supplementRequested', 'paymentRequested', 'stopped']);
const RUNNING = new Set(['received', 'processing']);
const DONE = new Set(['completed', 'returned']);

/** The due date after the last event of a history. */
export function computeDueDate(history: readonly TimedEvent[], rule: DueDateRule, calendar: WorkingCalendar): DueDate {
  let course: Course | undefined;
  let paused = false;
  let ended = false;
  for (const [index, event] of history.entries()) {
    const before = history[index - 1]?.state;
    if (course === undefined) {
      if (event.state === 'received') course = startCourse(event.at, rule.limit, calendar);
      continue;
    }
    if (event.dueOn !== undefined) course = setAnew(event.at, event.dueOn, calendar);
    if (RUNNING.has(event.state) && paused) {
      course =
        before === 'supplementRequested' && rule.afterSupplement === 'restart'
          ? startCourse(event.at, rule.limit, calendar)
          : resumeCourse(course, event.at);
      paused = false;
    } else if (PAUSING.has(event.state) && !paused) {
      course = pauseCourse(course, event.at, calendar);
      paused = true;
    }
    if (isOver(event.state)) return { kind: 'none' };
    ended = DONE.has(event.state);
  }
  if (course === undefined) return { kind: 'none' };
  if (paused) return { kind: 'paused' };
  return { kind: ended ? 'ended' : 'running', at: endOf(course, calendar) };
}

function isOver(state: string): boolean {
  return state === 'refused' || state === 'withdrawalRequested';
}

function startCourse(at: Date, limit: TimeLimit, calendar: WorkingCalendar): Course {
  if ('workingHours' in limit) return { unit: 'time', from: at, left: limit.workingHours * 3_600_000 };
  return Number.isInteger(limit.workingDays)
    ? { unit: 'days', from: calendar.findFirstDay(at), left: limit.workingDays }
    : { unit: 'time', from: at, left: limit.workingDays * calendar.dayLength };
}

/** The apology's day becomes the end, however much was left. */
function setAnew(at: Date, dueOn: PlainDate, calendar: WorkingCalendar): Course {
  const from = calendar.addWorkingDays(dayOf(at), 0);
  return { unit: 'days', from, left: calendar.countWorkingDays(from, dueOn) };
}

/** Days that lie before the first one that counts use nothing up. */
function pauseCourse(course: Course, at: Date, calendar: WorkingCalendar): Course {
  if (course.unit === 'time')
    return { ...course, from: at, left: course.left - calendar.measureWorkingTime(course.from, at) };
  const day = dayOf(at);
  if (day <= course.from) return course;
  return { ...course, from: day, left: course.left - calendar.countWorkingDays(course.from, day) };
}

function resumeCourse(course: Course, at: Date): Course {
  if (course.unit === 'time') return { ...course, from: at > course.from ? at : course.from };
  const day = dayOf(at);
  return { ...course, from: day > course.from ? day : course.from };
}

function endOf(course: Course, calendar: WorkingCalendar): Date {
  if (course.unit === 'days') return calendar.closeOf(calendar.addWorkingDays(course.from, course.left));
  return course.left >= 0
    ? calendar.addWorkingTime(course.from, course.left)
    : findWorkedBefore(course.from, -course.left, calendar);
}

/** The latest close of a day from which that much was worked: a limit that had run out before the pause stays run out. */
function findWorkedBefore(from: Date, milliseconds: number, calendar: WorkingCalendar): Date {
  let day = addDays(dayOf(from), -1);
  while (calendar.measureWorkingTime(calendar.closeOf(day), from) < milliseconds) day = addDays(day, -1);
  return calendar.closeOf(calendar.addWorkingDays(day, 0));
}

export type DueMark = 'late' | 'soon-late' | 'on-time';

/** How a due date stands. @param soon worked milliseconds before it from which it is nearly late */
export function markDue(dueAt: Date, now: Date, soon: number, calendar: WorkingCalendar): DueMark {
  if (now > dueAt) return 'late';
  return calendar.addWorkingTime(now, soon) >= dueAt ? 'soon-late' : 'on-time';
}
