/**
 * Times of day, moments and periods for readers, by the clock of Viet Nam.
 */
import { formatDate } from './format-date.js';

/** A time of day `HH:MM`: 14 giờ 05, and 8 giờ on the hour. */
export function formatTime(time: string, locale: 'vi' | 'en'): string {
  const [hour = '', minute = ''] = time.split(':');
  if (locale === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
}

/** A moment `2026-11-05T14:05:00+07:00`: 14 giờ 05 ngày 05/11/2026. Moments of another offset are brought to the clock of Viet Nam. */
export function formatDateTime(moment: string, locale: 'vi' | 'en'): string {
  const [date = '', clock = ''] = toVietnam(moment).split('T');
  const [day, time] = [formatDate(date, locale), formatTime(clock.slice(0, 5), locale)];
  return locale === 'vi' ? `${time} ngày ${day}` : `${day} at ${time}`;
}

/** From one ISO date to another: Từ 01/02/2026 đến 05/03/2026. Without an end it lasts until now, without a beginning up to its end. */
export function formatPeriod(from: string | undefined, to: string | undefined, locale: 'vi' | 'en'): string {
  const vi = locale === 'vi';
  const end = to === undefined ? (vi ? 'nay' : 'now') : formatDate(to, locale);
  if (from === undefined) return to === undefined ? '' : `${vi ? 'Đến' : 'Until'} ${end}`;
  return vi ? `Từ ${formatDate(from, locale)} đến ${end}` : `From ${formatDate(from, locale)} to ${end}`;
}

const OFFSET_HOURS = 7;

function toVietnam(moment: string): string {
  if (moment.endsWith('+07:00')) return moment;
  const instant = Date.parse(moment);
  return Number.isNaN(instant) ? moment : new Date(instant + OFFSET_HOURS * 3_600_000).toISOString();
}
