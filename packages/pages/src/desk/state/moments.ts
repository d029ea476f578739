/** Days and times at the desk, in the time of Việt Nam whatever the machine says. */
import { formatDay, formatTime, type LocaleCode } from '@motcua/widgets/page-kit';

const zone = 'Asia/Ho_Chi_Minh';
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const DAY = 86_400_000;

/** yyyy-mm-dd */
export function dayOf(at: Date): string {
  return isoDay.format(at);
}

/** A day as typed in three boxes, yyyy-mm-dd; nothing when there is no such day. */
export function joinDate({ day, month, year }: { day: string; month: string; year: string }): string | undefined {
  const iso = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

/** Days of the calendar from one instant to another: 0 on the same day, negative into the past. */
export function countDays(from: Date, to: Date): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY);
}

/** `20/11/2026, 17 giờ 00` */
export function formatInstant(at: Date, locale: LocaleCode): string {
  return `${formatDay(at)}, ${formatTime(at, locale)}`;
}

/** `Thứ Năm, ngày 26/11/2026` or `Thursday, 26/11/2026`. */
export function formatLongDay(day: string, locale: LocaleCode): string {
  const at = new Date(`${day}T12:00:00+07:00`);
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long' }).format(at);
  return locale === 'vi' ? `${weekday}, ngày\u00A0${formatDay(at)}` : `${weekday}, ${formatDay(at)}`;
}

/** The next days from Monday to Friday after a day, yyyy-mm-dd: holidays are the gateway's to judge. */
export function listWeekdaysAfter(day: string, count: number): string[] {
  const days: string[] = [];
  for (let at = Date.parse(day) + DAY; days.length < count; at += DAY) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
