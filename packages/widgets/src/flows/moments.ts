/** Instants as a citizen of Việt Nam reads them, whatever the device's own time zone. */
import type { LocaleCode } from '../text/texts.js';

const zone = 'Asia/Ho_Chi_Minh';

/** `14 giờ 05` or `14:05`; the spaces do not break. */
export function formatTime(at: Date, locale: LocaleCode): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .split(':');
  return locale === 'vi' ? `${Number(hour)}\u00A0giờ\u00A0${minute}` : `${hour}:${minute}`;
}

/** `20/11/2026` in both languages: day first, as on every paper here. */
export function formatDay(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    at,
  );
}

/** `Thứ Sáu` or `Friday`. */
export function formatWeekday(at: Date, locale: LocaleCode): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long' }).format(at);
}
