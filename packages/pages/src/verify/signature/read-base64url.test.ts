import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBase64url, writeBase64url } from './read-base64url.js';

test('bytes are written as Node writes them and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = writeBase64url(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64url'));
      assert.deepEqual(readBase64url(text), Uint8Array.from(bytes));
    }),
  );
});

test('one text alone stands for given bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ABab09-_='), maxLength: 9 }), (text) => {
      const bytes = readBase64url(text);
      if (bytes !== undefined) assert.equal(writeBase64url(bytes), text);
    }),
  );
});

test('padding, the signs of plain base64, spaces and loose bits are refused', () => {
  for (const text of ['AA==', 'AA=', 'A+/A', 'AA A', 'A', 'AB', 'AAB', 'ÀAAA'])
    assert.equal(readBase64url(text), undefined, text);
});
