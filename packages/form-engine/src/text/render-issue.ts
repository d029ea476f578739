/**
 * Turns an issue into a sentence, last of all: the procedure's own text for the field, else the default of its code.
 */
import type { Issue } from '@motcua/schemas';
import { parentOf } from '../data/pointer.js';
import { formatNumber } from './format-number.js';
import { type DateParams, findTemplate, type MessagePack, type MessageWords } from './messages/pack.js';
import { viMessages } from './messages/vi.js';

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
  /** The words of the page's language; absent: Vietnamese. */
  messages?: MessagePack;
  /** `fields` of the procedure's locale file, by pointer. */
  fieldTexts: Readonly<Record<string, FieldTexts | undefined>>;
  /** Texts by code that stand before the defaults, as those of an uploader. */
  catalog?: Readonly<Record<string, string>>;
}

/**
 * The sentence for an issue. Texts may hold `{param}` of the issue's params, `{label}`, and `{label:inline}` for the
 * middle of a sentence; `{limit:entry|entries}` is a number with its unit, in one or many.
 *
 * @example
 * const { enMessages } = await import('@motcua/form-engine/messages/en');
 * renderIssue(issue, { messages: enMessages, fieldTexts: texts.fields });
 */
export function renderIssue(issue: Issue, { messages = viMessages, fieldTexts, catalog = {} }: RenderContext): string {
  const own = findTexts(issue.pointer, fieldTexts);
  const text =
    pick(own?.errors, issue.code) ??
    pick(own?.warnings, issue.code) ??
    issue.message?.[messages.formats] ??
    pick(catalog, issue.code) ??
    findTemplate(messages, issue.code) ??
    issue.message?.vi ??
    messages.words.unknown;
  return fill(text, issue, own?.label, messages);
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

const PLACEHOLDER = /\{([a-zA-Z]+)(?::([^{}]+))?\}/gu;

function fill(template: string, issue: Issue, label: string | undefined, { words, formats }: MessagePack): string {
  return template.replace(PLACEHOLDER, (whole, name: string, form: string | undefined) => {
    if (name === 'label') return form === 'inline' ? toInline(label ?? words.field) : (label ?? words.field);
    if (name === 'date') return describeImpossible(issue.params, words);
    if (!Object.hasOwn(issue.params, name)) return whole;
    const value = issue.params[name];
    if (form === 'parts') return listParts(value, words);
    return form?.includes('|') === true ? withUnit(value, form, formats) : show(value, formats);
  });
}

/** `1 entry`, `2 entries`. */
function withUnit(value: unknown, form: string, formats: 'vi' | 'en'): string {
  const [one, many] = form.split('|');
  return `${show(value, formats)} ${(value === 1 ? one : many) ?? ''}`;
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

function describeImpossible(params: Issue['params'], words: MessageWords): string {
  const date: DateParams = { day: plain(params['day']), month: plain(params['month']), year: plain(params['year']) };
  if (params['part'] === 'year') return words.impossibleYear();
  return params['part'] === 'month' ? words.impossibleMonth(date) : words.impossibleDay(date);
}

function listParts(value: unknown, words: MessageWords): string {
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
