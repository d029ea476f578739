import { isDate } from './date.js';
import { isTime } from './time.js';

/** `date-time` (RFC 3339): date, `T`, time with offset. */
export function isDateTime(text: string): boolean {
  return /^t$/iu.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}
