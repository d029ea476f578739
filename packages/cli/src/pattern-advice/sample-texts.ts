import { isLook, type Item, type Pattern } from './pattern-syntax.js';

const POOL = [...'aZ5_ -.,@/!"\'<=;\\#+', '\n', '\u0000', 'ă', '😀'];
const EXHAUSTIVE = 3_000;
const WALKS = 400;

/**
 * Texts that tell patterns apart: every short text over one character of each sort that the patterns distinguish, texts that the patterns themselves
 * describe, and those with one character taken out, doubled or changed. The same patterns give the same texts.
 */
export function sampleTexts(patterns: readonly Pattern[]): readonly string[] {
  const random = createRandom();
  const atoms = [...new Set(patterns.flatMap(listAtoms))].map(toExpression);
  const letters = [...POOL, ...atoms.flatMap((atom) => findLetter(atom) ?? [])];
  const sorts = new Map(letters.reverse().map((letter) => [atoms.map((atom) => +atom.test(letter)).join(''), letter]));
  const alphabet = [...sorts.values()];
  const texts = new Set(listShortTexts(alphabet));
  for (const pattern of patterns) {
    for (let walk = 0; walk < WALKS; walk += 1) {
      const text = walkPattern(pattern, alphabet, random);
      const at = Math.floor(random() * (text.length + 1));
      const other = alphabet[Math.floor(random() * alphabet.length)] ?? '';
      texts.add(text).add(text.slice(0, at) + text.slice(at + 1));
      texts.add(text.slice(0, at) + other + text.slice(at)).add(text.slice(0, at) + other + text.slice(at + 1));
    }
  }
  return [...texts];
}

function listAtoms(pattern: Pattern): string[] {
  return pattern.flat().flatMap((item) => (item.body ? listAtoms(item.body) : isLook(item) ? [] : [item.text]));
}

function toExpression(atom: string): RegExp {
  return new RegExp(`^${atom}$`, 'u');
}

/** Any character that an atom takes. */
function findLetter(atom: RegExp): string | undefined {
  for (let point = 0x20; point < 0x20000; point += 1) {
    const letter = String.fromCodePoint(point);
    if (atom.test(letter)) return letter;
  }
  return ['\t', '\n', '\r', '\v', '\f', '\b'].find((letter) => atom.test(letter));
}

function listShortTexts(alphabet: readonly string[]): string[] {
  const texts = [''];
  for (const text of texts) {
    if (texts.length + alphabet.length > EXHAUSTIVE) break;
    texts.push(...alphabet.map((letter) => text + letter));
  }
  return texts;
}

function walkPattern(pattern: Pattern, alphabet: readonly string[], random: () => number): string {
  const way = pattern[Math.floor(random() * pattern.length)] ?? [];
  return way.map((item) => walkItem(item, alphabet, random)).join('');
}

function walkItem(item: Item, alphabet: readonly string[], random: () => number): string {
  if (isLook(item)) return '';
  const [least, most] = boundsOf(item.quantifier);
  const times = least + Math.floor(random() * (Math.min(most, least + 3) - least + 1));
  return Array.from({ length: Math.min(times, 50) }, () => {
    if (item.body) return walkPattern(item.body, alphabet, random);
    const fitting = alphabet.filter((letter) => toExpression(item.text).test(letter));
    return fitting[Math.floor(random() * fitting.length)] ?? '';
  }).join('');
}

function boundsOf(quantifier: string): [number, number] {
  const [first = ''] = quantifier;
  if (first === '{') {
    const [least = '0', most] = quantifier.match(/\d+/g) ?? [];
    return [+least, most === undefined ? (quantifier.includes(',') ? Infinity : +least) : +most];
  }
  return [first === '*' || first === '?' ? 0 : 1, first === '*' || first === '+' ? Infinity : 1];
}

/** Numbers from 0 to 1 that are the same in every run. */
function createRandom(): () => number {
  let state = 7;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
