/**
 * Finds entries of a list by what people type: without marks, with a unit's title or short form before the name, from any word on.
 */
import { fold, foldKeepingMarks, foldWithPlaces } from './fold.js';
import { createRanking } from './ranking.js';
import { createSearchIndex } from './search-index.js';
import { withoutTitle, wordings, wordsOf } from './unit-wordings.js';

/** One entry to be found. */
export interface SearchEntry<T> {
  value: T;
  label: string;
  /** Other names under which it is found, after those found by the label. */
  aliases?: readonly string[];
  /** What it lies in, as a commune in its province: found together with the label when no label alone is found. */
  context?: string;
}

/** A part of the label that matched, as [start, end) in UTF-16 units. */
export type MatchRange = readonly [start: number, end: number];

/** An entry that was found. */
export interface SearchHit<T> {
  entry: SearchEntry<T>;
  ranges: readonly MatchRange[];
}

/** Looks for a text; an empty one finds everything in the given order. */
export type Search<T> = (query: string, limit?: number) => SearchHit<T>[];

interface Prepared<T> {
  entry: SearchEntry<T>;
  /** The whole label folded, and without the title before the name. */
  whole: string;
  name: string;
  /** With marks; made when a query with marks first asks for it. */
  marked: string | undefined;
  others: readonly string[];
  /** Label and context, a space before each word. */
  words: string;
}

/** Lower is better; within a rank, a name with the same marks comes first, then the shorter. */
enum Rank {
  Exact,
  Prefix,
  WordPrefix,
  Contains,
  Alias,
  AliasContains,
  Squeezed,
}

/**
 * Prepares a list for searching.
 *
 * @example
 * const search = createSearch([{ value: '01', label: 'Thành phố Hà Nội' }]);
 * search('ha noi')[0]?.ranges; // [[10, 16]]
 */
export function createSearch<T>(entries: readonly SearchEntry<T>[]): Search<T> {
  const prepared = entries.map(prepare);
  const texts = createSearchIndex(prepared.map(({ whole, others }) => [whole, ...others].join('\t')));
  const squeezed = createSearchIndex(prepared.map(({ whole }) => squeeze(whole)));
  const words = createSearchIndex(prepared.map((entry) => entry.words));

  return (query, limit = Infinity) => {
    const folded = fold(query);
    if (folded === '') return prepared.slice(0, limit).map(({ entry }) => ({ entry, ranges: [] }));
    const asked = wordings(folded);
    const found = createRanking(prepared.length);
    const marked = foldKeepingMarks(query);
    const hasMarks = marked !== folded;
    asked.forEach(({ text, isBare }, wording) => {
      const judge = (place: number): void => {
        const entry = prepared[place];
        const rank = entry && rankOf(entry, text, ` ${text}`);
        if (entry === undefined || rank === undefined || (isBare && rank > Rank.Prefix)) return;
        const sameMarks = hasMarks && hasInside((entry.marked ??= foldKeepingMarks(entry.entry.label)), marked);
        found.add(place, orderOf(sameMarks, isBare, rank, entry.name.length), wording);
      };
      texts.find(text).forEach(judge);
      if (text.length > 2) squeezed.find(squeeze(text)).forEach(judge);
    });
    if (found.size === 0) return findScattered(folded, limit);
    return found.best(limit).flatMap(({ place, wording }) => showHit(place, asked[wording]?.text ?? ''));
  };

  /** Entries whose label and context hold every word of the query, in any order. */
  function findScattered(query: string, limit: number): SearchHit<T>[] {
    const wanted = [...new Set(wordsOf(query))].map((word) => ` ${word}`).sort((a, b) => b.length - a.length);
    const found = createRanking(prepared.length);
    for (const place of words.find(wanted[0] ?? '')) {
      const entry = prepared[place];
      if (entry === undefined || !wanted.every((word) => entry.words.includes(word))) continue;
      const elsewhere = wanted.filter((word) => !` ${entry.whole}`.includes(word)).length;
      found.add(place, elsewhere * 256 + Math.min(entry.name.length, 255), 0);
    }
    return found.best(limit).flatMap(({ place }) => showHit(place, ''));
  }

  function showHit(place: number, text: string): SearchHit<T>[] {
    const entry = entries[place];
    return entry === undefined ? [] : [{ entry, ranges: text === '' ? [] : findRanges(entry.label, text) }];
  }
}

function prepare<T>(entry: SearchEntry<T>): Prepared<T> {
  const whole = fold(entry.label);
  const words = ` ${whole} ${fold(entry.context ?? '')}`;
  return { entry, whole, name: withoutTitle(whole), marked: undefined, others: (entry.aliases ?? []).map(fold), words };
}

/** One number to sort by: the same marks first, then the right title, then how it matched, then the shorter name. */
function orderOf(sameMarks: boolean, isBare: boolean, rank: Rank, length: number): number {
  return ((Number(!sameMarks) * 2 + Number(isBare)) * 8 + rank) * 256 + Math.min(length, 255);
}

/** `word` is the text behind a space, where a word of the label begins. */
function rankOf<T>({ whole, name, others }: Prepared<T>, text: string, word: string): Rank | undefined {
  if (name === text || whole === text) return Rank.Exact;
  if (name.startsWith(text) || whole.startsWith(text)) return Rank.Prefix;
  if (whole.includes(word)) return Rank.WordPrefix;
  if (whole.includes(text)) return Rank.Contains;
  if (others.includes(text)) return Rank.Alias;
  if (others.some((other) => other.includes(text))) return Rank.AliasContains;
  return text.length > 2 && squeeze(whole).includes(squeeze(text)) ? Rank.Squeezed : undefined;
}

/** Tones stand behind their syllable, so a match that one follows is of another syllable: đông is not in động. */
function hasInside(label: string, marked: string): boolean {
  const place = label.indexOf(marked);
  if (place < 0) return false;
  const behind = label.slice(place + marked.length);
  return !/^\p{M}/u.test(behind) || hasInside(behind, marked);
}

function squeeze(text: string): string {
  return text.replaceAll(' ', '');
}

function findRanges(label: string, text: string): MatchRange[] {
  const folded = foldWithPlaces(label);
  const atWord = folded.text.startsWith(text) ? 0 : folded.text.indexOf(` ${text}`) + 1;
  const place = atWord > 0 || folded.text.startsWith(text) ? atWord : folded.text.indexOf(text);
  if (place < 0) return [];
  return [[folded.starts[place] ?? 0, folded.ends[place + text.length - 1] ?? label.length]];
}
