/**
 * The outside judge: the native engine, over generated patterns and texts that are small enough for it. It is asked at each code point in turn, as
 * ECMA-262 has it: left to itself, V8 also tries the middle of a surrogate pair, where `\B` then holds.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createMatcher } from './create-matcher.js';

const RUNS = 12_000;

const LITERALS = [
  'a',
  'b',
  '1',
  '_',
  ' ',
  'é',
  '😀',
  '\\.',
  '\\/',
  '\\uD83D',
  '\\uDE00',
  '\\uD83D\\uDE00',
  '\\u{1F600}',
  '\\n',
  '\\x61',
  '\\cJ',
];
const CLASSES = [
  '.',
  '\\d',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\p{L}',
  '\\P{L}',
  '\\p{Lu}',
  '[ab]',
  '[^a]',
  '[^]',
  '[]',
  '[\\s\\S]',
  '[a-c\\-]',
  '[😀-😎]',
  '[\\uD83D]',
  '[\\b|)(]',
];
const ANCHORS = ['^', '$', '\\b', '\\B'];
const QUANTIFIERS = ['*', '+', '?', '{0}', '{2}', '{1,}', '{0,2}', '{1,2}', '*?', '+?', '??', '{2,}?', '{0,1}?'];
const GROUPS = ['(', '(?:'];
const LOOKS = ['(?=', '(?!', '(?<=', '(?<!'];

const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string; group: string; quantified: string }>((tie) => ({
  group: fc.tuple(fc.constantFrom(...GROUPS), tie('pattern')).map(([open, body]) => `${open}${body})`),
  quantified: fc
    .tuple(fc.oneof(fc.constantFrom(...LITERALS, ...CLASSES), tie('group')), fc.constantFrom(...QUANTIFIERS))
    .map((parts) => parts.join('')),
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...LITERALS, ...CLASSES, ...ANCHORS),
    tie('quantified'),
    tie('group'),
    fc.array(tie('pattern'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((ways) => `(?:${ways.join('|')})`),
    fc.tuple(fc.constantFrom(...LOOKS), tie('pattern')).map(([open, body]) => `${open}${body})`),
  ),
})).pattern;

const text = fc
  .array(
    fc.constantFrom('a', 'a', 'b', 'c', '1', '_', ' ', 'é', '😀', '\uD83D', '\uDE00', '\n', '\r', '\u2028', 'A', '|'),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));

test(`${RUNS} generated patterns have the native verdict on five texts each, both verdicts often`, () => {
  const verdicts = { true: 0, false: 0 };
  const seed = Date.now() % 0x7fffffff;
  console.log(`seed ${seed}`);
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 5 }), (source, texts) => {
      const matcher = createMatcher(source);
      for (const one of texts) {
        const expected = searchNatively(source, one);
        verdicts[`${expected}`] += 1;
        assert.equal(matcher.test(one), expected, `/${source}/u on ${JSON.stringify(one)}`);
      }
    }),
    { numRuns: RUNS, seed },
  );
  assert.ok(Math.min(verdicts.true, verdicts.false) > RUNS, JSON.stringify(verdicts));
});

function searchNatively(source: string, text: string): boolean {
  const native = new RegExp(source, 'uy');
  for (let at = 0; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) {
    native.lastIndex = at;
    if (native.test(text)) return true;
  }
  return false;
}
