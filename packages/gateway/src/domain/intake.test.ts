import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '@motcua/form-engine';
import { findUnkeepable, normaliseTexts } from './intake.js';

test('texts come out in NFC at every depth, and nothing else changes', () => {
  const sent = { name: 'Nguyễn Thị Hoà'.normalize('NFD'), list: [{ note: 'Hà Nội'.normalize('NFD') }, 1, null, true] };
  assert.deepEqual(normaliseTexts(sent), {
    name: 'Nguyễn Thị Hoà'.normalize('NFC'),
    list: [{ note: 'Hà Nội'.normalize('NFC') }, 1, null, true],
  });
});

test('NUL, lone surrogates and numbers that lost digits are named by place', () => {
  const sent = {
    'a/b': ['x', 'y\u0000'],
    'c~d': '\ud800',
    big: JSON.parse('12345678901234567890') as number,
    endless: Infinity,
    fine: 0.5,
    safe: 9007199254740991,
  };
  assert.deepEqual(
    findUnkeepable(sent).map(({ code, pointer }) => `${code} ${pointer}`),
    [
      'text.forbidden-character /a~1b/1',
      'text.forbidden-character /c~0d',
      'number.unsafe /big',
      'number.unsafe /endless',
    ],
  );
});

test('a value that was normalised once stays as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      assert.deepEqual(normaliseTexts(normaliseTexts(value as JsonValue)), normaliseTexts(value as JsonValue)),
    ),
  );
});
