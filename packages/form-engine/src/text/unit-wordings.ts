/**
 * The ways in which people write a unit's name: its title in full, shortened or left out, the name itself shortened.
 */

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
const FULL_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tp: 'thanh pho',
    p: 'phuong',
    x: 'xa',
    dk: 'dac khu',
    t: 'tinh',
    q: 'quan',
    h: 'huyen',
    tx: 'thi xa',
    tt: 'thi tran',
  }),
);
/** Short forms of names that nobody types in full. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hcm: 'ho chi minh',
    sg: 'ho chi minh',
    'sai gon': 'ho chi minh',
    hn: 'ha noi',
    dn: 'da nang',
    brvt: 'ba ria vung tau',
  }),
);

/** One way to read a query. */
export interface Wording {
  text: string;
  /** Without the title that was typed, as it may be the wrong one. */
  isBare: boolean;
}

/** The query as it stands, with short forms written out; then, as the title may be wrong, the name without it. */
export function wordings(query: string): Wording[] {
  const bare = withoutTitle(query);
  const title = query.slice(0, query.length - bare.length).trim();
  const full = FULL_TITLES.get(title);
  const texts = [
    query,
    full === undefined ? undefined : `${full} ${bare}`,
    SHORT_NAMES.get(query),
    SHORT_NAMES.get(bare),
  ];
  const distinct = [...new Set(texts.filter((text) => text !== undefined))].map((text) => ({ text, isBare: false }));
  return bare === query || bare === '' ? distinct : [...distinct, { text: bare, isBare: true }];
}

/** `quan 1` → `1`, `q1` → `1`; a text without a title stays. */
export function withoutTitle(text: string): string {
  for (const title of TITLES) {
    if (text.startsWith(`${title} `)) return text.slice(title.length + 1);
    const rest = text.slice(title.length);
    if (title.length <= 2 && text.startsWith(title) && /^\d+$/u.test(rest)) return rest;
  }
  return text;
}

/** The words of a query that names a unit and what it lies in, short forms written out: `p1 q3 hcm` → phuong, 1, quan, 3, ho, chi, minh. */
export function wordsOf(query: string): string[] {
  const words = query.replace(/\b(tp|tx|tt|[pqhx])(?=\d)/gu, '$1 ').split(' ');
  return words.flatMap((word) => (SHORT_NAMES.get(word) ?? FULL_TITLES.get(word) ?? word).split(' '));
}
