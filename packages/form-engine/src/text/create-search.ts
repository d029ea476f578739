/**
 * Finds entries of a list by what people type: without marks, with a unit's title or short form before the name, from any word on.
 */
import { fold, foldKeepingMarks, foldWithPlaces } from './fold.js';

/** One entry to be found. */
export interface SearchEntry<T> {
  value: T;
  label: string;
  /** Other names under which it is found, after those found by the label. */
  aliases?: readonly string[];
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

/** Titles of administrative units before their name, and the short forms of them: longest first. */
const TITLES: readonly string[] = [
  'thanh pho',
  'dac khu',
  'thi tran',
  'thi xa',
  'phuong',
  'quan',
  'huyen',
  'tinh',
  'xa',
  'tp',
  'tx',
  'tt',
  'dk',
  'p',
  'q',
  'x',
  'h',
  't',
];
/** What the short forms stand for; quận, huyện, thị xã and thị trấn are no more, and found as former names alone. */
const FULL_TITLES: Readonly<Record<string, string>> = {
  tp: 'thanh pho',
  p: 'phuong',
  x: 'xa',
  dk: 'dac khu',
  t: 'tinh',
  q: 'quan',
  h: 'huyen',
  tx: 'thi xa',
  tt: 'thi tran',
};
/** Short forms of names that nobody types in full. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  hcm: 'ho chi minh',
  sg: 'ho chi minh',
  'sai gon': 'ho chi minh',
  hn: 'ha noi',
  dn: 'da nang',
  brvt: 'ba ria vung tau',
};

interface Prepared<T> {
  entry: SearchEntry<T>;
  /** The whole label folded, and without the title before the name. */
  whole: string;
  name: string;
  /** With marks; made when a query with marks first asks for it. */
  marked: string | undefined;
  others: readonly string[];
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
  const prepared = entries.map((entry): Prepared<T> => {
    const whole = fold(entry.label);
    return { entry, whole, name: withoutTitle(whole), marked: undefined, others: (entry.aliases ?? []).map(fold) };
  });

  return (query, limit = Infinity) => {
    const folded = fold(query);
    if (folded === '') return prepared.slice(0, limit).map(({ entry }) => ({ entry, ranges: [] }));
    const wanted = wordings(folded);
    const marked = foldKeepingMarks(query);
    const hasMarks = marked !== folded;
    const found: { entry: Prepared<T>; text: string; order: number; place: number }[] = [];
    prepared.forEach((entry, place) => {
      let best: (typeof found)[number] | undefined;
      for (const { text, isBare } of wanted) {
        const rank = rankOf(entry, text);
        if (rank === undefined || (isBare && rank > Rank.Prefix)) continue;
        const sameMarks = hasMarks && hasInside((entry.marked ??= foldKeepingMarks(entry.entry.label)), marked);
        const order = orderOf(sameMarks, isBare, rank, entry.name.length);
        if (best === undefined || order < best.order) best = { entry, text, order, place };
      }
      if (best !== undefined) found.push(best);
    });
    found.sort((left, right) => left.order - right.order || left.place - right.place);
    return found
      .slice(0, limit)
      .map(({ entry, text }) => ({ entry: entry.entry, ranges: findRanges(entry.entry.label, text) }));
  };
}

/** One number to sort by: the same marks first, then the right title, then how it matched, then the shorter name. */
function orderOf(sameMarks: boolean, isBare: boolean, rank: Rank, length: number): number {
  return ((Number(!sameMarks) * 2 + Number(isBare)) * 8 + rank) * 256 + Math.min(length, 255);
}

/** The query as it stands, with short forms written out; then, as the title may be wrong, the name without it. */
function wordings(query: string): { text: string; isBare: boolean }[] {
  const bare = withoutTitle(query);
  const title = query.slice(0, query.length - bare.length).trim();
  const full = FULL_TITLES[title];
  const texts = [query, full === undefined ? undefined : `${full} ${bare}`, SHORT_NAMES[query], SHORT_NAMES[bare]];
  const distinct = [...new Set(texts.filter((text) => text !== undefined))].map((text) => ({ text, isBare: false }));
  return bare === query || bare === '' ? distinct : [...distinct, { text: bare, isBare: true }];
}

function withoutTitle(text: string): string {
  for (const title of TITLES) {
    if (text.startsWith(`${title} `)) return text.slice(title.length + 1);
    const rest = text.slice(title.length);
    if (title.length <= 2 && text.startsWith(title) && /^\d+$/u.test(rest)) return rest;
  }
  return text;
}

function rankOf<T>({ whole, name, others }: Prepared<T>, text: string): Rank | undefined {
  if (name === text || whole === text) return Rank.Exact;
  if (name.startsWith(text) || whole.startsWith(text)) return Rank.Prefix;
  const place = whole.indexOf(text);
  if (place >= 0) return whole.includes(` ${text}`) ? Rank.WordPrefix : Rank.Contains;
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
