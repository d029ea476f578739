/**
 * Reads day, month and year from three boxes or from one text, day first, and says exactly what is wrong with them.
 */
import { isObject, ownValue } from '../data/json.js';
import type { JsonValue } from '../plan/plan.js';
import { daysInMonth } from '../vocabulary/formats/date.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from './intake.js';
import { EMPTY, fault, type Parsed } from './kind.js';
import { stripCaption } from './label.js';

/** How much of a date was given. */
export type Precision = 'day' | 'month' | 'year';

/** Parts of a date as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
  precision?: Precision;
}

/** Splits an input into parts; undefined when it is neither an object of parts nor a text. */
export function splitDate(input: JsonValue): DateParts | undefined {
  if (typeof input === 'string') return splitText(stripCaption(clean(input)));
  if (!isObject(input)) return undefined;
  const [day, month, year] = ['day', 'month', 'year'].map((name) => readPart(ownValue(input, name))) as [
    string,
    string,
    string,
  ];
  const precision = ownValue(input, 'precision');
  return {
    day,
    month,
    year,
    ...(precision === 'day' || precision === 'month' || precision === 'year' ? { precision } : {}),
  };
}

/** `yyyy-mm-dd`, `dd/mm/yyyy`, `ngày 5 tháng 11 năm 2026`, `ddmmyyyy`, `mm/yyyy`, `yyyy`. */
function splitText(text: string): DateParts {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/u.exec(text);
  if (iso !== null)
    return {
      day: iso[3] ?? '',
      month: iso[2] ?? '',
      year: iso[1] ?? '',
      precision: iso[3] === undefined ? 'month' : 'day',
    };
  const run = /^(\d{2})(\d{2})(\d{4})$/u.exec(text);
  const numbers =
    run === null ? (/^[\p{L}\p{M}\s/.,-]*\d/u.test(text) ? (text.match(/\d+/gu) ?? []) : [text]) : run.slice(1);
  if (numbers.length === 3) return { day: numbers[0] ?? '', month: numbers[1] ?? '', year: numbers[2] ?? '' };
  if (numbers.length === 2) return { day: '', month: numbers[0] ?? '', year: numbers[1] ?? '', precision: 'month' };
  return { day: '', month: '', year: numbers.length === 1 ? (numbers[0] ?? '') : text, precision: 'year' };
}

/** Joins parts to an ISO date of the asked precision, or says what is missing or impossible. */
export function joinDate(parts: DateParts, precision: Precision): Parsed {
  const asked = { day: ['day', 'month', 'year'], month: ['month', 'year'], year: ['year'] }[
    precision
  ] as readonly (keyof DateParts & Precision)[];
  const given = asked.filter((part) => parts[part] !== '');
  if (given.length === 0) return EMPTY;
  const params = Object.fromEntries(
    asked.map((part) => [part, /^\d+$/u.test(parts[part]) ? Number(parts[part]) : parts[part]]),
  );
  const missing = asked.filter((part) => parts[part] === '');
  if (missing.length > 0) return fault('kind.date-incomplete', { missing, ...params });
  const wrong = findWrongPart(parts, asked);
  if (wrong !== undefined)
    return (
      refuseCharacters(asked.map((part) => parts[part]).join('')) ??
      fault('kind.date-impossible', { ...params, part: wrong })
    );
  const year = parts.year;
  return {
    value: asked
      .slice()
      .reverse()
      .map((part) => (part === 'year' ? year : parts[part].padStart(2, '0')))
      .join('-'),
  };
}

function findWrongPart(parts: DateParts, asked: readonly Precision[]): Precision | undefined {
  const day = toNumber(parts.day);
  const month = toNumber(parts.month);
  const year = toNumber(parts.year);
  if (!/^\d{4}$/u.test(parts.year) || year < 1) return 'year';
  if (asked.includes('month') && !(parts.month.length <= 2 && month >= 1 && month <= 12)) return 'month';
  if (asked.includes('day') && !(parts.day.length <= 2 && day >= 1 && day <= daysInMonth(year, month))) return 'day';
  return undefined;
}

function toNumber(part: string): number {
  return /^\d+$/u.test(part) ? Number(part) : NaN;
}

function readPart(part: JsonValue | undefined): string {
  return typeof part === 'string' || typeof part === 'number' ? clean(String(part)) : '';
}

function clean(text: string): string {
  return collapseSpaces(toAsciiDigits(normalizeText(text)));
}

/** The parts of an ISO date, for the boxes of its control. */
export function partsOfIsoDate(date: string): DateParts & { precision: Precision } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year, precision: day !== '' ? 'day' : month !== '' ? 'month' : 'year' };
}
