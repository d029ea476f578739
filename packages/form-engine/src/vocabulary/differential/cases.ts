/**
 * What the judges are asked: a document with data that is partly free, partly made to satisfy it, partly that spoilt in one place.
 */
import fc from 'fast-check';
import type { JsonValue } from '../../plan/plan.js';
import { concern, satisfy } from './data.js';
import type { Document } from './document.js';
import { document } from './documents.js';
import { spoil } from './spoil.js';
import { value } from './values.js';

/** One document and values for it. */
export interface Case {
  document: Document;
  data: readonly JsonValue[];
}

const seed = fc.integer();

/** Half of the data comes from the schema, half of that spoilt; of the free half one value is of the kind in focus. */
export const oneCase: fc.Arbitrary<Case> = fc
  .record({
    document,
    free: fc.array(value, { minLength: 3, maxLength: 3 }),
    seeds: fc.array(seed, { minLength: 4, maxLength: 4 }),
    kind: seed,
  })
  .map(({ document, free, seeds, kind }) => ({
    document,
    data: [
      ...free,
      concern(document, kind),
      ...seeds.map((given, index) =>
        index % 2 === 0 ? satisfy(document, given) : spoil(satisfy(document, given), given + 1),
      ),
    ],
  }));

/** The cases that a property run with this seed tries. */
export function sampleCases(runs: number, seed: number): Case[] {
  return fc.sample(oneCase, { numRuns: runs, seed });
}
