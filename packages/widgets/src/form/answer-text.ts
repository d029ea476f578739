/** What an answer reads like on the check-answers page, in a printed record and in a look-up. */
import type { JsonObject, JsonValue, KindContext, PlanNode } from '@motcua/form-engine/runtime';
import type { Attachment } from '@motcua/schemas';
import { formatSize } from '../text/format-amount.js';
import type { LocaleCode } from '../text/texts.js';
import type { CatalogDirectory } from './catalog-directory.js';
import { findLoadedKind } from './further-kinds.js';
import { unitInSentence } from './unit-names.js';
import { type ProcedureTexts, textsAt } from './procedure-texts.js';

export interface AnswerText {
  text: string;
  /** A second, smaller line, as the sizes of files. */
  detail?: string;
  /** Figures are set in the figures font. */
  figures?: boolean;
}

export interface AnswerContext {
  texts: ProcedureTexts;
  catalogs: CatalogDirectory;
  locale: LocaleCode;
  yes: string;
  no: string;
}

type Describe = (value: JsonValue, node: PlanNode, context: AnswerContext) => AnswerText;

const byKind: Readonly<Record<string, Describe>> = {
  date: (value) => ({ text: formatIsoDate(String(value)), figures: true }),
  'partial-date': (value) => ({ text: formatIsoDate(String(value)), figures: true }),
  'citizen-number': (value) => ({ text: maskNumber(String(value)), figures: true }),
  phone: (value) => ({ text: maskPhone(String(value)), figures: true }),
  integer: (value, _, { locale }) => ({ text: new Intl.NumberFormat(locale).format(Number(value)) }),
  address: (value, _, context) => ({ text: formatAddress(value as JsonObject, context) }),
  attachments: (value, _, { locale }) => describeFiles(value as unknown as readonly Attachment[], locale),
};

/** The text of one answer. Identity numbers show their last four digits only. */
export function describeAnswer(value: JsonValue, node: PlanNode, context: AnswerContext): AnswerText {
  const describe = Object.hasOwn(byKind, node.kind) ? byKind[node.kind] : undefined;
  if (describe) return describe(value, node, context);
  const kind = commonKinds.has(node.kind) ? undefined : findLoadedKind(node.kind);
  return { text: kind ? kind.summarize(value, labelsOf(node, context)) : describeChoice(value, node, context) };
}

/** Chosen values and plain texts, whose words stand in the procedure's texts. */
const commonKinds: ReadonlySet<string> = new Set([
  'choice',
  'large-choice',
  'boolean',
  'text',
  'long-text',
  'person-name',
]);

function labelsOf(node: PlanNode, context: AnswerContext): KindContext {
  return { locale: context.locale, label: (value) => describeChoice(value, node, context) };
}

function describeChoice(value: JsonValue, node: PlanNode, { texts, catalogs, yes, no }: AnswerContext): string {
  const option = textsAt(texts, node.pointer).options?.[String(value)];
  if (option) return option.label;
  if (typeof value === 'boolean') return value ? yes : no;
  if (node.options?.catalog !== undefined) return catalogs.label(node.options.catalog, String(value)) ?? String(value);
  return String(value);
}

/** `2026-11-05` → `05/11/2026`, `2026-11` → `11/2026`, `2026` → `2026`. */
export function formatIsoDate(value: string): string {
  return value.split('-').reverse().join('/');
}

function maskNumber(value: string): string {
  return value.length > 4 ? `•••• •••• ${value.slice(-4)}` : value;
}

/** `+84912345457` → `0912 ••• 457`. */
function maskPhone(value: string): string {
  const national = value.startsWith('+84') ? `0${value.slice(3)}` : value;
  return national.length > 7 ? `${national.slice(0, 4)} ••• ${national.slice(-3)}` : national;
}

function formatAddress(value: JsonObject, { catalogs }: AnswerContext): string {
  const country = typeof value['country'] === 'string' ? value['country'] : 'VN';
  if (country !== 'VN') return [value['foreign'], catalogs.label('countries', country)].filter(Boolean).join(', ');
  const unit = typeof value['commune'] === 'string' ? catalogs.units?.commune(value['commune']) : undefined;
  const parts = [value['detail'], unit?.fullName, unit?.province.fullName].filter((part) => typeof part === 'string');
  return parts.map((part, index) => (index === 0 ? part : unitInSentence(part))).join(', ');
}

function describeFiles(files: readonly Attachment[], locale: LocaleCode): AnswerText {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return { text: files.map(({ name }) => name).join(', '), detail: formatSize(total, locale) };
}
