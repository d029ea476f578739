import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalizeDossierCode, isProvisionalCode } from './dossier-code.js';
import { hashText } from './hash-text.js';
import { createIdempotencyKey, createUploadKey } from './keys.js';
import { createLookupSecret, formatLookupSecret, hashLookupSecret, normalizeLookupSecret } from './lookup-secret.js';

const SYMBOL = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const NOISE = fc.constantFrom('', '', '', ' ', '-', ' - ', '–', '\u00a0', '\u200b', '\t');

/** The same symbols as a person might type them: other case, look-alikes, separators anywhere. */
function typed(count: number): fc.Arbitrary<{ symbols: string; text: string }> {
  const one = fc.tuple(SYMBOL, NOISE, fc.boolean(), fc.nat({ max: 3 })).map(([symbol, noise, lower, likeness]) => {
    const shown =
      symbol === '0' && likeness === 1 ? 'O' : symbol === '1' && likeness > 0 ? (likeness === 1 ? 'I' : 'L') : symbol;
    return { symbol, text: (lower ? shown.toLowerCase() : shown) + noise };
  });
  return fc.array(one, { minLength: count, maxLength: count }).map((parts) => ({
    symbols: parts.map(({ symbol }) => symbol).join(''),
    text: parts.map(({ text }) => text).join(''),
  }));
}

test('a look-up secret has 26 symbols, and a thousand of them use the whole alphabet', () => {
  const secrets = Array.from({ length: 1_000 }, createLookupSecret);
  for (const secret of secrets) assert.match(secret, /^[0-9A-HJKMNP-TV-Z]{26}$/);
  assert.equal(new Set(secrets).size, 1_000);
  assert.equal(new Set(secrets.join('')).size, 32);
});

test('a secret is read however it was typed', () => {
  fc.assert(
    fc.property(typed(26), ({ symbols, text }) => {
      assert.equal(normalizeLookupSecret(text), symbols);
      assert.equal(normalizeLookupSecret(formatLookupSecret(text)), symbols);
    }),
  );
});

test('a secret is shown in groups of four', () => {
  assert.equal(formatLookupSecret('0123456789abcdefghjkmnpqrs'), '0123-4567-89AB-CDEF-GHJK-MNPQ-RS');
});

test('what cannot be a secret is refused, and the refusal does not repeat it', () => {
  for (const text of ['', 'ABC', 'U'.repeat(26), '0'.repeat(27), 'Ă'.repeat(26)]) {
    assert.throws(
      () => normalizeLookupSecret(text),
      (error: Error & { code?: string }) =>
        error.code === 'code.malformed' && (text === '' || !error.message.includes(text)),
    );
  }
});

test('the hash is of the canonical form', async () => {
  await fc.assert(
    fc.asyncProperty(typed(26), async ({ symbols, text }) => {
      assert.equal(await hashLookupSecret(text), createHash('sha256').update(symbols).digest('hex'));
    }),
    { numRuns: 30 },
  );
});

test('hashing works where the browser withholds crypto.subtle', async () => {
  const held = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  assert.ok(held);
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    assert.equal(await hashText('một cửa'), createHash('sha256').update('một cửa').digest('hex'));
  } finally {
    Object.defineProperty(globalThis, 'crypto', held);
  }
});

test('a provisional code is read however it was typed', () => {
  fc.assert(
    fc.property(typed(12), fc.constantFrom('TN-', 'tn', 'Tn ', ' tN – '), ({ symbols, text }, prefix) => {
      const code = normalizeDossierCode(prefix + text);
      assert.equal(code.replaceAll('-', ''), `TN${symbols}`);
      assert.ok(isProvisionalCode(code));
      assert.equal(normalizeDossierCode(code), code);
    }),
  );
});

test('an official code is trimmed and upper-cased and otherwise left alone', () => {
  assert.equal(normalizeDossierCode(' h56.30.12-260715-0001 '), 'H56.30.12-260715-0001');
  assert.equal(isProvisionalCode('H56.30.12-260715-0001'), false);
});

test('a code without a letter or digit is refused, so that it never climbs out of its path', () => {
  for (const text of ['', '  ', '..', '/', '-'])
    assert.throws(() => normalizeDossierCode(text), { code: 'code.malformed' });
});

test('keys have their shape and do not repeat', () => {
  const keys = Array.from({ length: 500 }, createIdempotencyKey);
  for (const key of keys) assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(keys).size, 500);
  assert.match(createUploadKey(), /^[0-9a-f]{64}$/);
});
