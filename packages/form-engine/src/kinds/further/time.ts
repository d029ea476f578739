import { isObject, ownValue, writeOut } from '../../data/json.js';
import { formatTime } from '../../text/format-time.js';
import { stripMarks } from '../../text/fold.js';
import type { JsonValue } from '../../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from '../intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { stripLabel } from '../label.js';

/** `14:05`, `14h05`, `14 giờ 05 phút`, `2 giờ rưỡi chiều`, folded. */
const WRITTEN =
  /^(\d{1,2}) ?(?:[:.] ?(?=\d)|(?:h|gio|g) ?)(?:(\d{1,2})(?::00)? ?(?:p|phut|')?|(ruoi))? ?(sa|ch|am|pm|sang|trua|chieu|toi|dem)?$/u;
const RUN = /^(\d{2})(\d{2})$/u;
const HOUR_OF_DAY = /^(\d{1,2}) ?()()(am|pm|sa|ch)$/u;

/** A time of day by the minute, `HH:MM` of 24 hours; typed as `{hour, minute}` or as one text. */
export const time: FieldKind = {
  name: 'time',
  matches: (_schema, definition) => definition === 'time',
  initial: undefined,
  parse: readTime,
  format(value) {
    const [hour = '', minute = ''] = writeOut(value).split(':');
    return { hour, minute };
  },
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value, context) => formatTime(writeOut(value), context.locale),
};

/** Understands a time of day, or says what is wrong with it. */
export function readTime(input: JsonValue): Parsed {
  if (input === null) return EMPTY;
  if (isObject(input)) return readParts(clean(ownValue(input, 'hour')), clean(ownValue(input, 'minute')));
  if (typeof input !== 'string') return fault('kind.time-expected');
  const typed = clean(input);
  if (typed === '') return EMPTY;
  const plain = stripMarks(stripLabel(typed));
  const match = WRITTEN.exec(plain) ?? RUN.exec(plain) ?? HOUR_OF_DAY.exec(plain);
  if (match === null) return refuseCharacters(typed) ?? fault('kind.time-expected');
  const [, hour = '', minute, half, part] = match;
  return join(toDay(Number(hour), part), half === undefined ? Number(minute ?? 0) : 30);
}

function readParts(hour: string, minute: string): Parsed {
  if (hour === '' && minute === '') return EMPTY;
  if (!/^\d{1,2}$/u.test(hour) || !/^\d{1,2}$/u.test(minute)) return fault('kind.time-expected');
  return join(Number(hour), Number(minute));
}

/** The hour of 24, by the part of the day that was named; of night, 12 is midnight and 1 to 5 are early. */
function toDay(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) return hour;
  if (part === 'sa' || part === 'am' || part === 'sang') return hour % 12;
  if (part === 'dem') return hour === 12 ? 0 : hour < 6 ? hour : hour + 12;
  if (part === 'trua') return hour >= 10 ? hour : hour + 12;
  return hour === 12 ? 12 : hour + 12;
}

function join(hour: number, minute: number): Parsed {
  return hour <= 23 && minute <= 59
    ? { value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }
    : fault('kind.time-impossible');
}

function clean(part: JsonValue | undefined): string {
  return typeof part === 'string' || typeof part === 'number'
    ? collapseSpaces(toAsciiDigits(normalizeText(String(part))))
    : '';
}
