/**
 * Text of the time before Unicode: TCVN3 (ABC) and VNI letters that a paste brings along as other letters and signs. `NguyÔn V¨n` and
 * `Nguyeãn Vaên` are both Nguyễn Văn.
 */

/** What the text was written in, and what it says. */
export interface LegacyText {
  encoding: 'TCVN3' | 'VNI';
  /** In Unicode, NFC. A proposal: only who wrote it knows whether it is right. */
  reading: string;
}

/** One row for each vowel: the vowel, then with grave, hook, tilde, acute and dot, as TCVN3 writes them. */
const TCVN3_ROWS: readonly (readonly [vowel: string, written: string])[] = [
  ['a', 'aµ¶·¸¹'],
  ['ă', '¨»¼½¾Æ'],
  ['â', '©ÇÈÉÊË'],
  ['e', 'eÌÎÏÐÑ'],
  ['ê', 'ªÒÓÔÕÖ'],
  ['i', 'i×ØÜÝÞ'],
  ['o', 'oßáâãä'],
  ['ô', '«åæçèé'],
  ['ơ', '¬êëìíî'],
  ['u', 'uïñòóô'],
  ['ư', '\u00adõö÷øù'],
  ['y', 'yúûüýþ'],
];
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const TCVN3_CAPITALS = 'ĂÂÊÔƠƯĐđ';
const TCVN3_CAPITALS_WRITTEN = '¡¢£¤¥¦§®';

/** VNI writes a vowel and behind it a letter for mark and tone. */
const VNI_TONES = 'øûõùï';
const VNI_ROWS: readonly (readonly [vowel: string, base: string, marks: string])[] = [
  ['a', 'a', VNI_TONES],
  ['â', 'a', 'àåãáä'],
  ['ă', 'a', 'èúüéë'],
  ['e', 'e', VNI_TONES],
  ['ê', 'e', 'àåãáä'],
  ['o', 'o', VNI_TONES],
  ['ô', 'o', 'àåãáä'],
  ['ơ', 'ô', VNI_TONES],
  ['u', 'u', VNI_TONES],
  ['ư', 'ö', VNI_TONES],
  ['y', 'y', VNI_TONES],
];
const VNI_SINGLE: readonly (readonly [written: string, read: string])[] = [
  ['aâ', 'â'],
  ['aê', 'ă'],
  ['eâ', 'ê'],
  ['oâ', 'ô'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];
/** Pairs that Vietnamese writes itself, as in hoá and hoà: they are converted in a text of VNI and never show that it is one. */
const VIETNAMESE_TOO: ReadonlySet<string> = new Set(['oà', 'oã', 'oá', 'ô', 'ó', 'ò']);

const TCVN3 = readTcvn3();
const VNI = readVni();
const VNI_PARTS = new RegExp([...VNI.keys()].sort((a, b) => b.length - a.length).join('|'), 'giu');

/** Signs and letters that Vietnamese does not write inside a word; capital letters among them count behind a small one only. */
const TCVN3_SIGN = /[a-z][¡-©«-¾×÷\u00ad]|[¡-©«-¾×÷\u00ad][a-z]|[a-z]ª|µ/iu;
const TCVN3_CAPITAL_INSIDE = /[a-z][À-ÖØ-Þ]/u;
const FOREIGN_LETTER = /[ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþ]/u;

/** How a syllable is spelt once its tone is off: beginning, vowels, end. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:a[iouy]?|ă|â[uy]?|eo?|êu?|i(?:a|êu?|u)?|o(?:a[iouy]?|ă|eo?|i|o)?|ôi?|ơi?|u(?:a|â[y]?|ê|i|ơ|ôi?|y(?:a|ê|u)?)?|ư(?:a|i|ơ[iu]?|u)?|y(?:êu?)?)(?:ch|ng|nh|[cmnpt])?$/u;

/** What a pasted text says in Unicode when it was written in TCVN3 or VNI; undefined when nothing shows that for sure. */
export function readLegacyText(text: string): LegacyText | undefined {
  const written = text.normalize('NFC');
  if (!/[\u00a1-\u00ff]/u.test(written)) return undefined;
  return tryReading(written, 'TCVN3', fromTcvn3, tcvn3Evidence) ?? tryReading(written, 'VNI', fromVni, vniEvidence);
}

/** Two signs in all, or one that no other text has, and every word that changes must become a Vietnamese one. */
function tryReading(
  text: string,
  encoding: LegacyText['encoding'],
  convert: (word: string) => string,
  evidence: (word: string) => number,
): LegacyText | undefined {
  let found = 0;
  let isPlausible = true;
  const reading = text.replace(/[^\s.,;:()/"'’-]+/gu, (word) => {
    const read = matchCase(convert(word), word).normalize('NFC');
    if (read === word) return word;
    found += evidence(word);
    isPlausible &&= isSyllable(read);
    return read;
  });
  return found >= 2 && isPlausible ? { encoding, reading } : undefined;
}

function tcvn3Evidence(word: string): number {
  if (TCVN3_SIGN.test(word)) return 2;
  return TCVN3_CAPITAL_INSIDE.test(word) || FOREIGN_LETTER.test(word) ? 1 : 0;
}

function vniEvidence(word: string): number {
  return [...word.matchAll(VNI_PARTS)].filter(([part]) => !VIETNAMESE_TOO.has(part.toLowerCase())).length;
}

function fromTcvn3(word: string): string {
  return [...word].map((letter) => TCVN3.get(letter) ?? letter).join('');
}

function fromVni(word: string): string {
  return word.replace(VNI_PARTS, (part) => {
    const read = VNI.get(part.toLowerCase()) ?? part;
    return part.charAt(0) === part.charAt(0).toLowerCase() ? read : read.toUpperCase();
  });
}

/** The small letters of TCVN3 stand for capitals too, where the typeface draws capitals. */
function matchCase(read: string, word: string): string {
  const plain = word.replace(/[^a-z]/giu, '');
  return plain.length > 1 && plain === plain.toUpperCase() ? read.toUpperCase() : read;
}

function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  const tones = parts.match(TONE_MARKS) ?? [];
  return tones.length <= 1 && SYLLABLE.test(parts.replace(TONE_MARKS, '').normalize('NFC'));
}

function readTcvn3(): ReadonlyMap<string, string> {
  const letters = TCVN3_ROWS.flatMap(([vowel, written]) =>
    [...written].map((letter, tone) => [letter, (vowel + (TONES[tone] ?? '')).normalize('NFC')] as const),
  );
  const capitals = [...TCVN3_CAPITALS_WRITTEN].map(
    (letter, at) => [letter, [...TCVN3_CAPITALS][at] ?? letter] as const,
  );
  return new Map([...letters, ...capitals]);
}

function readVni(): ReadonlyMap<string, string> {
  const pairs = VNI_ROWS.flatMap(([vowel, base, marks]) =>
    [...marks].map((mark, at) => [base + mark, (vowel + (TONES[at + 1] ?? '')).normalize('NFC')] as const),
  );
  return new Map([...pairs, ...VNI_SINGLE]);
}
