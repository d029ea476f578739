import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../plan/plan.js';
import { type KindFile, runKindCase } from '../testing/run-kind-case.js';

const FOLDER = new URL('../../../../schemas/conformance/kinds/', import.meta.url);
const files = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as KindFile);
/** oa, oe and uy at the end of a syllable, with the tone on either letter. */
const PAIR = /([ou])([\u0300\u0301\u0303\u0309\u0323]?)([aey])([\u0300\u0301\u0303\u0309\u0323]?)(?![\p{L}\p{M}])/giu;

/** Every text inside, with each such tone on the other letter, in the Unicode form asked for. */
function respell(input: JsonValue, form: 'NFC' | 'NFD'): JsonValue {
  if (typeof input === 'string')
    return input
      .normalize('NFD')
      .replace(
        PAIR,
        (_, first: string, before: string, second: string, behind: string) => first + behind + second + before,
      )
      .normalize(form);
  if (Array.isArray(input)) return input.map((one) => respell(one, form));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, respell(value, form)]));
}

/** Whether it is an answer, none, or which fault. */
function verdictOf(kind: string, one: KindFile['cases'][number]): string {
  const outcome = runKindCase(kind, one);
  if ('fault' in outcome) return outcome.fault.code;
  return 'empty' in outcome ? 'empty' : 'value';
}

describe('the place of a tone mark and the Unicode form', () => {
  for (const { kind, cases } of files)
    it(`never change the verdict of ${kind}`, () => {
      for (const one of cases)
        for (const form of ['NFC', 'NFD'] as const)
          assert.equal(
            verdictOf(kind, { ...one, input: respell(one.input, form) }),
            verdictOf(kind, one),
            `${one.name} ${form}`,
          );
    });

  it('never change it for any Vietnamese text of any kind', () => {
    const syllables = fc.constantFrom(
      'Hoà',
      'Thuỷ',
      'khoẻ',
      'tuý',
      'Đắk',
      'nghĩa',
      'Ê',
      'H’Mông',
      '12',
      'ngày',
      '/',
      '.',
    );
    const text = fc.array(syllables, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    for (const { kind } of files)
      fc.assert(
        fc.property(text, (input) => {
          const verdicts = [input, input.normalize('NFD'), respell(input, 'NFC'), respell(input, 'NFD')].map((spelt) =>
            verdictOf(kind, { name: '', input: spelt as JsonValue }),
          );
          assert.equal(new Set(verdicts).size, 1, verdicts.join(' '));
        }),
        { numRuns: 60 },
      );
  });
});
