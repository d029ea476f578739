import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spellUClean } from './spell-u-clean.js';

test('what needs no escape, or one, is spelt so', () => {
  const spellings: [string, string][] = [
    ['^\\-\\"\\_\\ \\é$', '^-"_ é$'],
    ['^{a}]$', '^\\{a\\}\\]$'],
    ['a{,3}', 'a\\{,3\\}'],
    ['^[\\w-.]+\\@$', '^[\\w\\-.]+@$'],
    ['[a-\\d]', '[a\\-\\d]'],
    ['[\\_\\-]', '[_\\-]'],
  ];
  for (const [source, clean] of spellings) assert.equal(spellUClean(source), clean, source);
});

test('what is right with u, right in no grammar, or means two things has no other spelling', () => {
  const sources = [
    '^a{2}$',
    '[\\-\\/]',
    '(',
    'a**',
    '\\Z',
    '\\a\\-',
    '\\-(a)\\2',
    '\\-\\p{L}',
    '[\\p{L}\\_]',
    '\\-\\u{61}',
    '\\k\\-',
    '\\-\\uD83D',
    '(?=a)*',
  ];
  for (const source of sources) assert.equal(spellUClean(source), undefined, source);
});

test('a generated pattern means the same in both spellings', () => {
  const inClass = fc.constantFrom(
    'a',
    'z',
    '-',
    '.',
    '_',
    '\\w',
    '\\s',
    '\\d',
    '\\S',
    '\\-',
    '\\_',
    '\\.',
    '\\"',
    '\\x41',
    '\\cA',
    '^',
    '{',
  );
  const part = fc.oneof(
    fc.constantFrom('a', '\\-', '\\_', '{', '}', ']', '\\"', '\\{', '.', '\\w', '{,2}', '\\.', '-'),
    fc.array(inClass, { minLength: 1, maxLength: 7 }).map((parts) => `[${parts.join('')}]`),
  );
  const characters = [...'aAzZbm5-._"{}],2^\u0001 \\/%+'];
  let compared = 0;
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 2 }), (parts) => {
      const source = `^${parts.join('')}$`;
      const clean = spellUClean(source);
      if (clean === undefined) return;
      compared += 1;
      const [old, now] = [new RegExp(source), new RegExp(clean, 'u')];
      for (const one of characters)
        for (const text of [one, `${one}a`, `a${one}`, `${one}-`])
          assert.equal(now.test(text), old.test(text), `${source} ${clean} ${text}`);
    }),
    { numRuns: 20_000 },
  );
  assert.ok(compared > 3_000, `${compared}`);
});
