/**
 * The formats that every form may use. More of them are given by the `formats` option.
 */
import { isDateTime } from './date-time.js';
import { isDate } from './date.js';
import { isEmail } from './email.js';
import { isTime } from './time.js';
import { isUri } from './uri.js';
import { isUuid } from './uuid.js';

/** Asserted by default. Any other format only annotates. */
export const CORE_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  email: isEmail,
  uri: isUri,
  uuid: isUuid,
};
