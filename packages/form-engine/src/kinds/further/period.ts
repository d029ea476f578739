import { isObject, ownValue } from '../../data/json.js';
import { formatPeriod } from '../../text/format-time.js';
import type { JsonValue } from '../../plan/plan.js';
import { date } from '../date.js';
import { joinDate, splitDate } from '../date-parts.js';
import { collapseSpaces, normalizeText, toAsciiDigits } from '../intake.js';
import { EMPTY, type FieldKind, fault, type KindFault, type Parsed } from '../kind.js';

/** Between the two dates. */
const BETWEEN = /\s(?:đến|den|tới|toi|to|->|[-~])(?:\s+(?:ngày|ngay))?\s|\s?[–—→]\s?/iu;
const BEFORE = /^(?:từ|tu|from)\s+(?:(?:ngày|ngay)\s+)?/iu;
/** A hyphen between two dates that slashes or full stops part. */
const TIGHT = /(\d{4})\s?-\s?(\d{1,2}[/.])/u;
const OPEN = /^(?:nay|hiện nay|hien nay|now)?$/iu;

/** From one day to another, both counted: `{from, to}`; without `to` it goes on. */
export const period: FieldKind = {
  name: 'period',
  matches: (_schema, definition) => definition === 'period',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    const ends = typeof input === 'string' ? split(input) : isObject(input) ? endsOf(input) : undefined;
    if (ends === undefined) return fault('kind.period-expected');
    const [from, to] = [readEnd(ends.from, 'from'), readEnd(ends.to, 'to')];
    if ('fault' in from) return from;
    if ('fault' in to) return to;
    if (typeof from.value !== 'string') return to.value === undefined ? EMPTY : fault('kind.period-start-missing');
    if (typeof to.value !== 'string') return { value: { from: from.value } };
    return to.value < from.value ? fault('kind.period-reversed') : { value: { from: from.value, to: to.value } };
  },
  format(value, context) {
    if (!isObject(value)) return value;
    const shown = Object.entries(value).filter(([name]) => name === 'from' || name === 'to');
    return Object.fromEntries(shown.map(([name, day]) => [name, date.format(day, context)]));
  },
  isEmpty: (value) => value === undefined || (isObject(value) && Object.keys(value).length === 0),
  summarize: (value, { locale }) =>
    isObject(value) ? formatPeriod(textOf(value, 'from'), textOf(value, 'to'), locale) : '',
};

function split(text: string): { from: JsonValue; to: JsonValue } | undefined {
  const typed = collapseSpaces(toAsciiDigits(normalizeText(text)))
    .replace(BEFORE, '')
    .replace(TIGHT, '$1 – $2');
  if (typed === '') return { from: '', to: '' };
  const [from = '', to, ...rest] = typed.split(BETWEEN);
  if (to === undefined || rest.length > 0) return undefined;
  return { from, to: OPEN.test(to) ? '' : to };
}

function endsOf(input: { [name: string]: JsonValue }): { from: JsonValue; to: JsonValue } {
  return { from: ownValue(input, 'from') ?? '', to: ownValue(input, 'to') ?? '' };
}

/** One end: a day, nothing, or a fault that says at which end it stands. */
function readEnd(input: JsonValue, end: 'from' | 'to'): Parsed {
  if (typeof input === 'string' && input.trim() === '') return EMPTY;
  const parts = splitDate(input);
  if (parts === undefined) return fault('kind.period-expected', { end });
  const parsed = joinDate(parts, 'day');
  return 'fault' in parsed ? { fault: withEnd(parsed.fault, end) } : parsed;
}

function withEnd({ code, params }: KindFault, end: string): KindFault {
  return { code, params: { ...params, end } };
}

function textOf(value: { [name: string]: JsonValue }, name: string): string | undefined {
  const day = ownValue(value, name);
  return typeof day === 'string' ? day : undefined;
}
