import { isDate } from './date.js';
import { isTime } from './time.js';

/** `date-time` (RFC 3339): a date, `T`, and a time with its offset. */
export function isDateTime(text: string): boolean {
  return /^t$/i.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}
