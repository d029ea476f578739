/**
 * Runs the JSON cases of `schemas/conformance/text`, as any other implementation of the texts must.
 */
import {
  comparePersons,
  compareText,
  createSearch,
  dateInWords,
  fold,
  formatDate,
  formatDateTime,
  formatDuration,
  formatIsoDuration,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatQuantity,
  formatTime,
  isSameText,
  proposeNameCapitals,
  readCells,
  readLegacyText,
  toFormCapitals,
} from '../text/index.js';
import { moneyInWords } from '../text/words.js';
import type { JsonValue } from '../plan/plan.js';

/** One call and its result. `absent: true` stands for no result. */
export interface TextCase {
  name: string;
  args: readonly JsonValue[];
  result?: JsonValue;
  absent?: true;
}

/** One file of cases; a search looks through its entries. */
export interface TextFile {
  function: string;
  description: string;
  entries?: readonly { label: string; aliases?: readonly string[]; context?: string }[];
  cases: readonly TextCase[];
}

type Call = (...args: readonly never[]) => JsonValue | undefined;

const FUNCTIONS: Readonly<Record<string, Call>> = {
  dateInWords,
  fold,
  formatDate,
  formatDateTime,
  formatDuration,
  formatIsoDuration,
  formatMoney,
  formatNumber,
  formatPeriod: (from: string | null, to: string | null, locale: 'vi' | 'en') =>
    formatPeriod(from ?? undefined, to ?? undefined, locale),
  formatQuantity,
  formatTime,
  isSameText,
  moneyInWords,
  proposeNameCapitals,
  readCells,
  readLegacyText: (text: string) => readLegacyText(text) as JsonValue | undefined,
  sortPersons: (names: readonly string[], order?: 'given-name' | 'family-name') =>
    [...names].sort((left, right) => comparePersons(left, right, order)),
  sortTexts: (texts: readonly string[]) => [...texts].sort((left, right) => compareText(left, right)),
  toFormCapitals,
};

/** The names that a file may give as its function. */
export const TEXT_FUNCTIONS: readonly string[] = [...Object.keys(FUNCTIONS), 'search'];

/**
 * The result of a case by this engine; a search gives the labels of what it found, in their order.
 *
 * @throws {Error} when the file names a function that is not there
 */
export function runTextCase(file: TextFile, { args }: TextCase): JsonValue | undefined {
  if (file.function === 'search') {
    const search = createSearch((file.entries ?? []).map((entry) => ({ ...entry, value: entry.label })));
    return search(String(args[0])).map(({ entry }) => entry.label);
  }
  const call = Object.hasOwn(FUNCTIONS, file.function) ? FUNCTIONS[file.function] : undefined;
  if (call === undefined) throw new Error(`No function ${file.function}.`);
  return call(...(args as readonly never[]));
}
