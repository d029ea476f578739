import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furtherVi } from '../../kinds/further/messages/vi.js';
import { vi, viMessages } from './vi.js';

const texts = Object.entries({ ...vi, ...furtherVi });

/** How a Vietnamese syllable is spelt once marks are off: beginning, vowels, end. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
/** Names of formats and of systems, and what stands in examples; each is met in no other form. */
const ALLOWED: ReadonlySet<string> = new Set([
  'ecmascript',
  'https',
  'json',
  'pointer',
  'relative',
  'rfc',
  'template',
  'uri',
  'vneid',
  'web',
]);

/** The words of a text that no Vietnamese syllable spells; placeholders and codes with digits aside. */
function foreignWords(text: string): string[] {
  const plain = text
    .replace(/\{[^}]*\}/gu, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !/\p{N}/u.test(word) && !SYLLABLE.test(word) && !ALLOWED.has(word));
}

describe('the Vietnamese messages', () => {
  it('hold no word of another language but names', () => {
    const examples = /ví dụ .*$/u;
    for (const [code, text] of texts) assert.deepEqual(foreignWords(text.replace(examples, '')), [], code);
    for (const word of Object.values(viMessages.words))
      if (typeof word === 'string') assert.deepEqual(foreignWords(word), []);
  });

  it('need every name that is let pass', () => {
    const all = texts.map(([, text]) => text.toLowerCase()).join(' ');
    for (const name of ALLOWED) assert.ok(all.includes(name), name);
  });

  it('would not pass with one', () => {
    assert.deepEqual(foreignWords('{label}: nhập email rồi click submit vào website.'), [
      'email',
      'click',
      'submit',
      'website',
    ]);
  });

  it('begin with the label, a verb or a noun, never with a pronoun, and end in a full stop', () => {
    for (const [code, text] of texts) {
      assert.match(text, /[.}]$/u, code);
      assert.doesNotMatch(text, /\b(?:bạn|quý khách|mình|tôi|chúng tôi|xin|hãy)\b/iu, code);
    }
  });

  it('keep sentences short', () => {
    for (const [code, text] of texts)
      for (const sentence of text.split(/[.;](?:\s|$)/u))
        assert.ok(sentence.split(/\s+/u).length <= 32, `${code}: ${sentence}`);
  });
});
