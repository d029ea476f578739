import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSearch, fold, isSameText } from './index.js';

const FILE = new URL('../../../../schemas/catalogs/administrative-units.2026-04-30.json', import.meta.url);
const { communes } = JSON.parse(readFileSync(FILE, 'utf8')) as { communes: [string, string][] };
const names = [...new Set(communes.map(([, name]) => name))];
/** oa, oe and uy at the end of a syllable, with the tone on either letter. */
const PAIR = /([ou])([\u0300\u0301\u0303\u0309\u0323]?)([aey])([\u0300\u0301\u0303\u0309\u0323]?)(?![\p{L}\p{M}])/giu;

/** The same name with each such tone on the other letter. */
function moveTones(name: string): string {
  return name
    .normalize('NFD')
    .replace(
      PAIR,
      (_, first: string, before: string, second: string, behind: string) => first + behind + second + before,
    )
    .normalize('NFC');
}

describe('the place of a tone mark and the Unicode form', () => {
  it('differ in many names of communes', () => {
    assert.ok(names.filter((name) => moveTones(name) !== name).length > 100);
  });

  it('never make two names of one, nor one of two', () => {
    for (const name of names)
      for (const variant of [moveTones(name), name.normalize('NFD'), name.toUpperCase()]) {
        assert.equal(fold(variant), fold(name));
        assert.equal(isSameText(variant, name), true, name);
      }
  });

  it('never change what a search finds, nor its order', () => {
    const search = createSearch(names.map((label) => ({ value: label, label })));
    const found = (query: string): string[] => search(query, 20).map(({ entry }) => entry.label);
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        const expected = found(name);
        assert.ok(isSameText(expected[0] ?? '', name));
        for (const variant of [moveTones(name), name.normalize('NFD'), name.toUpperCase()])
          assert.deepEqual(found(variant), expected, variant);
      }),
      { numRuns: 60 },
    );
  });
});
