/** The texts that patterns are tried on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LENGTH, makeTexts, writeText } from './texts.mjs';

const { patterns } = JSON.parse(readFileSync('schemas/conformance/patterns/hostile.json', 'utf8'));

test('a case repeats its pieces', () => {
  assert.equal(
    writeText([
      ['ab', 2],
      ['!', 1],
    ]),
    'abab!',
  );
});

test('there are at least 40 hostile patterns', () => {
  assert.ok(patterns.length >= 40);
});

test('the texts for a pattern are as long as an answer may be, its attack first', () => {
  for (const entry of patterns) {
    const [attack, ...made] = makeTexts(entry);
    assert.ok(attack.length <= LENGTH && attack.startsWith(entry.text[0][0]), entry.pattern);
    assert.deepEqual([...new Set(made.map((text) => text.length))], [LENGTH], entry.pattern);
  }
});
