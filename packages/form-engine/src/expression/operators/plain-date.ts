/**
 * Plain dates as yyyy-mm-dd, counted without clock and time zone.
 */
import type { JsonValue } from '../../plan/plan.js';
import { isDate } from '../../vocabulary/formats/date.js';

const DAY = 86_400_000;

/** Is it a date that exists, with year, month and day? */
export function isWholeDate(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && isDate(value);
}

/** The date that many days on; undefined outside the years 1 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  return writeDate(Date.parse(date) + days * DAY);
}

/** The date that many months on: the same day, or the last of a month that is too short (Bộ luật Dân sự 2015, Điều 148). */
export function addMonths(date: string, months: number): string | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const start = new Date(0);
  start.setUTCFullYear(Math.floor(total / 12), (total % 12) + 1, 0);
  return writeDate(start.setUTCDate(Math.min(day, start.getUTCDate())));
}

/** Whole months from the first date to the second; negative when the second is earlier. */
export function countMonths(from: string, to: string): number {
  if (to < from) return 0 - countMonths(to, from);
  const [year, month, day] = readParts(from);
  const [otherYear, otherMonth, otherDay] = readParts(to);
  const months = (otherYear - year) * 12 + otherMonth - month;
  return otherDay < day ? months - 1 : months;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

function readParts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

function writeDate(time: number): string | undefined {
  const date = new Date(time);
  const year = Number.isNaN(time) ? 0 : date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}
