/**
 * Calendar days in Viet Nam as `yyyy-mm-dd`, and the instants in them. Viet Nam has kept UTC+7 without daylight saving since 1975, so a day is
 * always 24 hours and arithmetic needs no time-zone tables.
 */

/** A day as `yyyy-mm-dd`. */
export type PlainDate = string;

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;

/** The day in Viet Nam of an instant. */
export function dayOf(instant: Date): PlainDate {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** Milliseconds since midnight in Viet Nam. */
export function timeOfDay(instant: Date): number {
  return (((instant.getTime() + OFFSET) % DAY) + DAY) % DAY;
}

/** @param milliseconds since midnight in Viet Nam */
export function instantOn(day: PlainDate, milliseconds: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + milliseconds);
}

export function addDays(day: PlainDate, count: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** By ISO 8601: 1 Monday to 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether a text is a day that exists. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Milliseconds since midnight of `hh:mm`. */
export function readTimeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
