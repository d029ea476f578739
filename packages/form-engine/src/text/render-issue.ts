/**
 * Turns an issue into a sentence, last of all: the procedure's own text for the field, else the default of its code.
 */
import type { Issue } from '@motcua/schemas';
import { parentOf } from '../data/pointer.js';
import { formatNumber } from './format-number.js';
import { en, enWords } from './messages/en.js';
import { type DateParams, vi, viWords } from './messages/vi.js';

/** The texts of one field, as a locale file has them. */
export interface FieldTexts {
  label: string;
  hint?: string;
  reviewLabel?: string;
  errors?: Readonly<Record<string, string>>;
  warnings?: Readonly<Record<string, string>>;
}

/** What the sentence is made from. */
export interface RenderContext {
  locale: 'vi' | 'en';
  /** `fields` of the procedure's locale file, by pointer. */
  fieldTexts: Readonly<Record<string, FieldTexts | undefined>>;
  /** Texts by code that stand before the defaults, as those of an uploader. */
  catalog?: Readonly<Record<string, string>>;
}

const DEFAULTS = { vi, en } as const;
const WORDS = { vi: viWords, en: enWords } as const;

/**
 * The sentence for an issue. Texts may hold `{param}` of the issue's params, `{label}`, and `{label:inline}` for the
 * middle of a sentence.
 */
export function renderIssue(issue: Issue, { locale, fieldTexts, catalog = {} }: RenderContext): string {
  const own = findTexts(issue.pointer, fieldTexts);
  const defaults: Readonly<Record<string, string | undefined>> = DEFAULTS[locale];
  const text =
    pick(own?.errors, issue.code) ??
    pick(own?.warnings, issue.code) ??
    issue.message?.[locale] ??
    pick(catalog, issue.code) ??
    pick(defaults, issue.code) ??
    issue.message?.vi;
  return fill(
    text ?? (locale === 'vi' ? '{label}: kiểm tra lại mục này.' : '{label}: check this field.'),
    issue,
    own?.label,
    locale,
  );
}

/** Texts of the field at the pointer, or of the field that a part belongs to. */
function findTexts(pointer: string, fieldTexts: RenderContext['fieldTexts']): FieldTexts | undefined {
  for (let here: string | undefined = pointer; here !== undefined; here = parentOf(here)) {
    const texts = Object.hasOwn(fieldTexts, here) ? fieldTexts[here] : undefined;
    if (texts !== undefined) return texts;
  }
  return undefined;
}

function pick(texts: Readonly<Record<string, string | undefined>> | undefined, code: string): string | undefined {
  return texts !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;
}

function fill(template: string, issue: Issue, label: string | undefined, locale: 'vi' | 'en'): string {
  const words = WORDS[locale];
  return template.replace(/\{([a-zA-Z]+)(?::([a-z]+))?\}/gu, (whole, name: string, form: string | undefined) => {
    if (name === 'label') return form === 'inline' ? toInline(label ?? words.field) : (label ?? words.field);
    if (name === 'date') return describeImpossible(issue.params, locale);
    if (!Object.hasOwn(issue.params, name)) return whole;
    return form === 'parts' ? listParts(issue.params[name], locale) : show(issue.params[name], locale);
  });
}

/** A label in the middle of a sentence begins small, unless its first word is a proper name or an abbreviation. */
function toInline(label: string): string {
  const [first = '', second = ''] = label;
  const secondWord = label.split(' ')[1] ?? '';
  const isProper =
    second !== second.toLowerCase() ||
    (secondWord !== '' && secondWord.charAt(0) !== secondWord.charAt(0).toLowerCase());
  return isProper ? label : first.toLowerCase() + label.slice(first.length);
}

function describeImpossible(params: Issue['params'], locale: 'vi' | 'en'): string {
  const words = WORDS[locale];
  const date: DateParams = { day: plain(params['day']), month: plain(params['month']), year: plain(params['year']) };
  if (params['part'] === 'year') return words.impossibleYear();
  return params['part'] === 'month' ? words.impossibleMonth(date) : words.impossibleDay(date);
}

function listParts(value: unknown, locale: 'vi' | 'en'): string {
  const words = WORDS[locale];
  const names: Readonly<Record<string, string>> = { day: words.day, month: words.month, year: words.year };
  const parts = Array.isArray(value) ? value.map((part) => names[String(part)] ?? String(part)) : [];
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')}${words.and}${parts.at(-1) ?? ''}` : (parts[0] ?? '');
}

function show(value: unknown, locale: 'vi' | 'en'): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  return plain(value);
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
