/**
 * The formats that every form may use. The others are given by the `formats` option, from `formats.ts`.
 */
import { isDateTime } from './date-time.js';
import { isDate } from './date.js';
import { isEmail } from './email.js';
import { isTime } from './time.js';
import { isUri } from './uri.js';
import { isUuid } from './uuid.js';

/** Asserted by default. Any other format only annotates. Look a name up as an own property. */
export const CORE_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  email: isEmail,
  uri: isUri,
  uuid: isUuid,
};
