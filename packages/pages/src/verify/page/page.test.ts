import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FAULT_CODES } from '../document/fault.js';
import { createSigner, SAMPLE_CONFIRMATION } from '../testing/signed-papers.js';
import { describePlace, describeValue, listMainPlaces } from './describe-value.js';
import { readPageFacts } from './page-facts.js';
import { verifyEn } from './verify-texts.en.js';
import { loadVerifyTexts, vietnameseTexts as vi } from './verify-texts.js';
import { verifyVi } from './verify-texts.vi.js';

describe('the words of the verify page', () => {
  const textsOf = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text));

  test('are NFC and have the same places to fill in both languages', () => {
    const places = (text: unknown): string[] => [...new Set(textsOf(text).match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(verifyVi)) {
      assert.equal(textsOf(text), textsOf(text).normalize('NFC'), key);
      assert.deepEqual(places(verifyEn[key as keyof typeof verifyVi]), places(text), key);
    }
    assert.equal(Object.keys(verifyEn).length, Object.keys(verifyVi).length);
  });

  test('have a sentence for each reason of a refusal', () => {
    for (const code of FAULT_CODES) assert.match(vi.t(`fault.${code}`), /\.$/, code);
  });
});

describe('a signed place', () => {
  test('has a name where the page knows one, else its pointer', () => {
    assert.equal(describePlace('/provisionalCode', vi), 'Mã tạm thời');
    assert.equal(describePlace('/data/child', vi), '/data/child');
    assert.equal(describePlace('/constructor', vi), '/constructor');
  });

  test('shows instants in the time of Việt Nam with their seconds, and what is no instant as it stands', async () => {
    assert.equal(
      describeValue('/submittedAt', '2026-11-20T17:42:07Z', vi),
      '0\u00A0giờ\u00A042 phút 7 giây, 21/11/2026',
    );
    assert.equal(
      describeValue('/submittedAt', '2026-11-20T17:42:07Z', await loadVerifyTexts('en')),
      '00:42:07, 21/11/2026',
    );
    assert.equal(describeValue('/submittedAt', 'x', vi), 'x');
    assert.equal(describeValue('/a', 7, vi), '7');
    assert.equal(describeValue('/a', undefined, vi), '(không có)');
  });

  test('stands among the main ones in the page’s language', async () => {
    const named = (words: typeof vi): readonly string[] =>
      listMainPlaces(SAMPLE_CONFIRMATION, words).map(([pointer]) => pointer);
    assert.ok(named(vi).includes('/agency/name/vi'));
    assert.ok(named(await loadVerifyTexts('en')).includes('/agency/name/en'));
  });
});

describe('what came with the page', () => {
  test('are the keys and the download that the gateway wrote', () => {
    const signer = createSigner();
    const facts = readPageFacts(JSON.stringify({ keys: [signer.jwk], download: { href: 'verify.html', sha256: 'a' } }));
    assert.deepEqual(
      facts.keys.map(({ kid }) => kid),
      [signer.kid],
    );
    assert.deepEqual(facts.download, { href: 'verify.html', sha256: 'a' });
  });

  test('is nothing in a page that nobody filled', () => {
    for (const text of ['{{facts}}', '', '[]', '{"keys":7,"download":{"href":1}}'])
      assert.deepEqual(readPageFacts(text), { keys: [] }, text);
  });
});
