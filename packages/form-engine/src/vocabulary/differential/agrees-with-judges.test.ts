/**
 * The outside judges over generated schemas and data. `DIFFERENTIAL_SEED` and `DIFFERENTIAL_RUNS` choose another run than that of every day.
 */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createValidator } from '../../index.js';
import { type Extent, runDifferential } from './run-differential.js';

const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 20_201_207);
const runs = Number(process.env['DIFFERENTIAL_RUNS'] ?? 4_000);

/** Both verdicts of each keyword are seen at least so often. */
const LEAST_SIGHTINGS = 1;

describe('the evaluator beside ajv, hyperjump and typebox', () => {
  let extent: Extent;
  before(async () => {
    console.log(`differential run of ${runs} documents, seed ${seed}`);
    extent = await runDifferential(createValidator, runs, seed);
    const { documents, values, valid, agreed, listed, undecided, judges } = extent;
    const shares = [...judges].map(([judge, asked]) => `${judge} ${asked}`).join(', ');
    console.log(
      `${documents} documents, ${values} values, ${valid} of them valid, ${agreed} decided by several judges, ` +
        `${listed} with every fault; ${shares}; ${undecided} left out`,
    );
  });

  it('gives the verdict of every judge in whose field a case lies, and keeps its own promises', () => {
    assert.equal(extent.documents, runs);
  });

  it('is asked about right values and wrong ones alike', () => {
    assert.ok(extent.valid >= extent.values * 0.3, `${extent.valid} of ${extent.values} are valid`);
    assert.ok(extent.valid <= extent.values * 0.7, `${extent.valid} of ${extent.values} are valid`);
  });

  it('finds a judge for nearly every value, and several for about half', () => {
    assert.ok(extent.undecided < extent.values * 0.02, `${extent.undecided} of ${extent.values} have none`);
    assert.ok(extent.agreed > extent.values * 0.45, `${extent.agreed} of ${extent.values} have several`);
    for (const judge of ['hyperjump', 'ajv', 'typebox'] as const)
      assert.ok((extent.judges.get(judge) ?? 0) > extent.values * 0.25, `${judge} decides too few`);
  });

  it('compares the whole list of faults where a judge can tell it', () => {
    assert.ok(extent.listed > extent.values * 0.1, `${extent.listed} of ${extent.values} have one`);
  });

  it('sees every keyword decide in both verdicts', () => {
    const unseen = [...extent.keywords].filter(
      ([, { holds, fails }]) => holds < LEAST_SIGHTINGS || fails < LEAST_SIGHTINGS,
    );
    assert.deepEqual(unseen, []);
    assert.ok(extent.keywords.size >= 80, `${extent.keywords.size} keywords were seen`);
  });
});
