/**
 * How long something takes: 3 ngày làm việc; in legal text 03 ngày làm việc.
 */
import { formatNumber } from './format-number.js';

/** In what a duration is counted; a working day has 8 working hours. */
export type DurationUnit = 'working-day' | 'working-hour' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const VI: Readonly<Record<DurationUnit, string>> = {
  'working-day': 'ngày làm việc',
  'working-hour': 'giờ làm việc',
  minute: 'phút',
  hour: 'giờ',
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  year: 'năm',
};

/** Units of an ISO 8601 duration before and behind its T. */
const DATE_UNITS: readonly (readonly [string, DurationUnit])[] = [
  ['Y', 'year'],
  ['M', 'month'],
  ['W', 'week'],
  ['D', 'day'],
];
const TIME_UNITS: readonly (readonly [string, DurationUnit])[] = [
  ['H', 'hour'],
  ['M', 'minute'],
];

/**
 * An amount of a unit.
 *
 * @param form `legal` writes whole numbers below ten with two digits, in Vietnamese alone
 * @example formatDuration(3, 'working-day', 'vi', 'legal') // '03 ngày làm việc'
 */
export function formatDuration(
  amount: number,
  unit: DurationUnit,
  locale: 'vi' | 'en',
  form: 'plain' | 'legal' = 'plain',
): string {
  const figure = formatNumber(amount, locale);
  if (locale === 'en') return `${figure} ${unit.replace('-', ' ')}${amount === 1 ? '' : 's'}`;
  return `${form === 'legal' && Number.isInteger(amount) ? figure.padStart(2, '0') : figure} ${VI[unit]}`;
}

/** An ISO 8601 duration in words, P1Y6M as 1 năm 6 tháng; undefined for any other text and for one that names no unit. */
export function formatIsoDuration(duration: string, locale: 'vi' | 'en'): string | undefined {
  const match = /^P((?:\d+[YMWD])*)(?:T((?:\d+[HM])+))?$/u.exec(duration);
  if (match === null) return undefined;
  const parts = [...tell(match[1] ?? '', DATE_UNITS, locale), ...tell(match[2] ?? '', TIME_UNITS, locale)];
  return parts.length === 0 ? undefined : parts.join(' ');
}

function tell(part: string, units: readonly (readonly [string, DurationUnit])[], locale: 'vi' | 'en'): string[] {
  return units.flatMap(([letter, unit]) => {
    const amount = new RegExp(`(\\d+)${letter}`, 'u').exec(part)?.[1];
    return amount === undefined ? [] : [formatDuration(Number(amount), unit, locale)];
  });
}
