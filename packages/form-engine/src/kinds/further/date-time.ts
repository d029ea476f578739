import { isObject, ownValue, writeOut } from '../../data/json.js';
import { formatDateTime } from '../../text/format-time.js';
import type { JsonValue } from '../../plan/plan.js';
import { joinDate, partsOfIsoDate, splitDate } from '../date-parts.js';
import { collapseSpaces, normalizeText, toAsciiDigits } from '../intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { stripLabel } from '../label.js';
import { readTime } from './time.js';

/** Indochina Time has no summer time: every hour of the day stands once. */
const OFFSET = '+07:00';
const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00(?:\.0+)?)?\+07:00$/u;
/** Of "14:05 05/11/2026", "lúc 14 giờ 05 ngày 05/11/2026", "05/11/2026 14:05" and "ngày 5/11/2026 lúc 14h05": what is the date. */
const DATE =
  /(?:,? ?(?:ng[aà]y|on) )?(?:\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\d{1,2} th[aá]ng \d{1,2} n[aă]m \d{4})(?:,| l[uú]c| at)?/iu;

/** A minute of a day by the clock of Viet Nam, kept as ISO 8601 with its offset: `2026-11-05T14:05:00+07:00`. */
export const dateTime: FieldKind = {
  name: 'date-time',
  matches: (schema) => schema['format'] === 'date-time',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (isObject(input))
      return join(partsOf(input), readTime({ hour: part(input, 'hour'), minute: part(input, 'minute') }));
    if (typeof input !== 'string') return fault('kind.date-time-expected');
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    if (typed === '') return EMPTY;
    const iso = ISO.exec(typed);
    if (iso !== null) return join(splitDate(iso[1] ?? ''), readTime(iso[2] ?? ''));
    const text = /\d/u.test(typed.charAt(0)) ? typed : stripLabel(typed.replace(/^(?:l[uú]c|ng[aà]y) /iu, ''));
    const date = DATE.exec(text);
    if (date === null) return fault('kind.date-time-expected');
    return join(splitDate(date[0].replace(/(?:,| l[uú]c| at)$/iu, '')), readTime(text.replace(date[0], ' ')));
  },
  format(value) {
    const [date = '', rest = ''] = writeOut(value).split('T');
    const { day, month, year } = partsOfIsoDate(date);
    return { day, month, year, hour: rest.slice(0, 2), minute: rest.slice(3, 5) };
  },
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value, context) => formatDateTime(writeOut(value), context.locale),
};

function partsOf(input: JsonValue): ReturnType<typeof splitDate> {
  return isObject(input)
    ? splitDate({ day: part(input, 'day'), month: part(input, 'month'), year: part(input, 'year') })
    : undefined;
}

function part(input: { [name: string]: JsonValue }, name: string): JsonValue {
  return ownValue(input, name) ?? '';
}

/** Both halves, or what is wrong with the first that is not there. */
function join(date: ReturnType<typeof splitDate>, time: Parsed): Parsed {
  const day = date === undefined ? fault('kind.date-time-expected') : joinDate(date, 'day');
  if ('fault' in day) return day;
  if ('fault' in time) return time;
  if (day.value === undefined && time.value === undefined) return EMPTY;
  return day.value === undefined || time.value === undefined
    ? fault('kind.date-time-expected')
    : { value: `${writeOut(day.value)}T${writeOut(time.value)}:00${OFFSET}` };
}
