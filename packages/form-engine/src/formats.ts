/**
 * Every format of JSON Schema 2020-12 and draft-07, for the option `formats` of `createValidator`.
 *
 * @example
 * const validate = createValidator({ format: 'ipv4' }, { formats: ALL_FORMATS });
 */
import { isDateTime } from './vocabulary/formats/date-time.js';
import { isDate } from './vocabulary/formats/date.js';
import { isDuration } from './vocabulary/formats/duration.js';
import { isEmail } from './vocabulary/formats/email.js';
import { isHostname } from './vocabulary/formats/hostname.js';
import { isIdnEmail } from './vocabulary/formats/idn-email.js';
import { isIdnHostname } from './vocabulary/formats/idn-hostname.js';
import { isIpv4 } from './vocabulary/formats/ipv4.js';
import { isIpv6 } from './vocabulary/formats/ipv6.js';
import { isIriReference } from './vocabulary/formats/iri-reference.js';
import { isIri } from './vocabulary/formats/iri.js';
import { isJsonPointer } from './vocabulary/formats/json-pointer.js';
import { isRegex } from './vocabulary/formats/regex.js';
import { isRelativeJsonPointer } from './vocabulary/formats/relative-json-pointer.js';
import { isTime } from './vocabulary/formats/time.js';
import { isUriReference } from './vocabulary/formats/uri-reference.js';
import { isUriTemplate } from './vocabulary/formats/uri-template.js';
import { isUri } from './vocabulary/formats/uri.js';
import { isUuid } from './vocabulary/formats/uuid.js';

/** The predicates by name. Each takes time in proportion to the text. */
export interface AllFormats {
  /** A day of the Gregorian calendar as yyyy-mm-dd: `2024-02-29`. RFC 3339, full-date. */
  date: FormatPredicate;
  /** A time with its offset: `08:30:06Z`, `15:30:00+07:00`; second 60 at 23:59:60 UTC only. RFC 3339, full-time. */
  time: FormatPredicate;
  /** Date, `T` and time with offset: `2026-09-05T15:30:00+07:00`. RFC 3339, date-time. */
  'date-time': FormatPredicate;
  /** `P1Y6M`, `PT36H`, `P2W`; whole numbers, no unit left out between two. RFC 3339, appendix A (ISO 8601). */
  duration: FormatPredicate;
  /** A mailbox in ASCII: `ten@example.com`, `"a b"@[192.0.2.1]`. RFC 5321, section 4.1.2. */
  email: FormatPredicate;
  /** A mailbox with letters of any script: `trần@ví-dụ.vn`. RFC 6531, section 3.3. */
  'idn-email': FormatPredicate;
  /** A host name in ASCII, its A-labels verified: `xn--v-d-rma6749a.vn`. RFC 1123, section 2.1; RFC 5890. */
  hostname: FormatPredicate;
  /** A host name with letters of any script, in small letters and normal form C: `ví-dụ.vn`. RFC 5890 to 5893. */
  'idn-hostname': FormatPredicate;
  /** Four numbers from 0 to 255: `192.0.2.1`. RFC 2673, section 3.2. */
  ipv4: FormatPredicate;
  /** Groups of hexadecimal digits: `2001:db8::1`, `::ffff:192.0.2.1`; no zone. RFC 4291, section 2.2. */
  ipv6: FormatPredicate;
  /** A URI with its scheme: `https://example.com/a?b#c`. RFC 3986, section 3. */
  uri: FormatPredicate;
  /** A URI or a relative reference: `../a?b`. RFC 3986, section 4.1. */
  'uri-reference': FormatPredicate;
  /** A URI that may have letters beyond ASCII: `https://ví-dụ.vn/hộ-tịch`. RFC 3987, section 2.2. */
  iri: FormatPredicate;
  /** An IRI or a relative reference: `/hộ-tịch`. RFC 3987, section 2.2. */
  'iri-reference': FormatPredicate;
  /** Hexadecimal digits in groups of 8-4-4-4-12, any version. RFC 9562, section 4. */
  uuid: FormatPredicate;
  /** Text with expressions in braces, up to level 4: `/dossiers{/code}{?page*}`. RFC 6570. */
  'uri-template': FormatPredicate;
  /** Empty, or tokens that each begin with `/`: `/child/name`, `/a~1b`. RFC 6901. */
  'json-pointer': FormatPredicate;
  /** Levels up, then `#` or a JSON Pointer: `1/name`, `0#`, `0-1`. draft-bhutton-relative-json-pointer-00. */
  'relative-json-pointer': FormatPredicate;
  /** A regular expression of ECMA-262 with the flag `u`; it is read, never run. */
  regex: FormatPredicate;
}

/** True when the text has the format. Never throws. */
export type FormatPredicate = (text: string) => boolean;

/** A format that `ALL_FORMATS` knows. */
export type FormatName = keyof AllFormats;

/** All formats, without a prototype: an unknown name finds nothing. */
export const ALL_FORMATS: Readonly<AllFormats> = Object.assign<object, AllFormats>(Object.create(null) as object, {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  'idn-email': isIdnEmail,
  hostname: isHostname,
  'idn-hostname': isIdnHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  'uri-reference': isUriReference,
  iri: isIri,
  'iri-reference': isIriReference,
  uuid: isUuid,
  'uri-template': isUriTemplate,
  'json-pointer': isJsonPointer,
  'relative-json-pointer': isRelativeJsonPointer,
  regex: isRegex,
});
