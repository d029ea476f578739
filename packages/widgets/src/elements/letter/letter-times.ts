/** Instants and spans as an official letter writes them, in the time of Việt Nam. */
import type { LetterTimeLimit } from '@motcua/schemas';
import type { LocaleCode } from '../../text/texts.js';

const zone = 'Asia/Ho_Chi_Minh';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const english = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });

function partsOf(time: string): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
}

/** `09 giờ 00 phút, ngày 20 tháng 11 năm 2026`; spaces between a number and its word do not break. */
export function writeMoment(time: string, locale: LocaleCode): string {
  const { hour = '', minute = '' } = partsOf(time);
  const clock = locale === 'vi' ? `${hour}\u00A0giờ ${minute}\u00A0phút` : `${hour}:${minute}`;
  return `${clock}, ${writeDay(time, locale)}`;
}

/** `ngày 20 tháng 11 năm 2026`. */
export function writeDay(time: string, locale: LocaleCode): string {
  const { day = '', month = '', year = '' } = partsOf(time);
  return locale === 'vi' ? `ngày\u00A0${day} tháng\u00A0${month} năm\u00A0${year}` : english.format(new Date(time));
}

/** `09:00 20/11/2026`, for columns. */
export function writeShortMoment(time: string): string {
  const { hour = '', minute = '' } = partsOf(time);
  return `${hour}:${minute} ${writeShortDay(time)}`;
}

/** `20/11/2026`. */
export function writeShortDay(time: string): string {
  const { day = '', month = '', year = '' } = partsOf(time);
  return `${day}/${month}/${year}`;
}

/** Whole numbers as legal texts write them, with two digits: `03`. */
export function writeCount(count: number, locale: LocaleCode): string {
  if (locale === 'vi' && Number.isInteger(count)) return String(count).padStart(2, '0');
  return new Intl.NumberFormat(locale).format(count);
}

export type SaidTimeLimit =
  { key: 'timeLimit.days' | 'timeLimit.hours'; count: number } | { key: 'timeLimit.sameDay' | 'timeLimit.none' };

/** Which sentence says a time limit: no days at all means the same day. */
export function sayTimeLimit(limit: LetterTimeLimit | undefined): SaidTimeLimit {
  if (limit?.workingHours !== undefined) return { key: 'timeLimit.hours', count: limit.workingHours };
  if (limit?.workingDays === undefined) return { key: 'timeLimit.none' };
  return limit.workingDays === 0 ? { key: 'timeLimit.sameDay' } : { key: 'timeLimit.days', count: limit.workingDays };
}

/** A day as `yyyy-mm-dd`, written `20/11/2026`. */
export function writeDate(day: string): string {
  return day.split('-').reverse().join('/');
}
