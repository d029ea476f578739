import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProvisionalCode, readDossierCode, readLookupSecret } from './codes.js';

test('a provisional code has the published shape and reads back as itself', () => {
  for (let count = 0; count < 200; count += 1) {
    const code = createProvisionalCode();
    assert.match(code, /^TN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(readDossierCode(code), code);
  }
});

test('a thousand codes are a thousand different ones', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, createProvisionalCode)).size, 1000);
});

test('a provisional code is read whatever its case, spaces, hyphens and look-alikes', () => {
  for (const typed of [
    'tn-8k3m-2q7x-wrt0',
    'TN 8K3M 2Q7X WRTO',
    'tn8k3m2q7xwrto',
    '  TN--8K3M2Q7X-WRT0 ',
    'ＴＮ－８Ｋ３Ｍ－２Ｑ７Ｘ－ＷＲＴ０',
  ]) {
    assert.equal(readDossierCode(typed), 'TN-8K3M-2Q7X-WRT0', typed);
  }
  assert.equal(readDossierCode('TN-IL3M-2Q7X-WRT0'), 'TN-113M-2Q7X-WRT0');
});

test('an official code is trimmed and upper-cased, and no meaning is read out of it', () => {
  assert.equal(readDossierCode(' 000.00.12.h53-210517-0001 '), '000.00.12.H53-210517-0001');
  assert.equal(readDossierCode('G09.20-20260609-0092637'), 'G09.20-20260609-0092637');
});

test('what cannot be a code is none', () => {
  for (const typed of [
    '',
    'TN',
    'TN-8K3M-2Q7X',
    'TN-8K3M-2Q7X-WRTU',
    'X'.repeat(1000),
    '1 OR 1=1',
    'TN-8K3M-2Q7X-WRT0-0',
  ])
    assert.equal(readDossierCode(typed), undefined, typed);
});

test('a secret is read whatever its grouping and look-alikes', () => {
  assert.equal(readLookupSecret('abcd-efgh-jkmn-pqrs-tvwx-yz01-23'), 'ABCDEFGHJKMNPQRSTVWXYZ0123');
  assert.equal(readLookupSecret('ABCD EFGH JKMN PQRS TVWX YZOI 23'), 'ABCDEFGHJKMNPQRSTVWXYZ0123');
  for (const typed of ['', 'ABCD', 'U'.repeat(26), 'A'.repeat(27)])
    assert.equal(readLookupSecret(typed), undefined, typed);
});

test('reading any text twice is reading it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const code = readDossierCode(typed);
      assert.equal(code === undefined ? undefined : readDossierCode(code), code);
    }),
  );
});
