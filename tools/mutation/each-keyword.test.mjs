/** A seeded bug in any keyword file makes the differential property fail; the whole run is `npm run mutate`. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { copyEvaluator } from './evaluator-copy.mjs';
import { examineMutants } from './examine-mutants.mjs';
import { DAILY } from './run-mutation.mjs';

/** Enough documents to meet every keyword many times. */
const RUNS = 600;

/** Of each file so many bugs are tried until one is noticed: some in a row may be without effect on any answer. */
const MOST_TRIES = 12;

let copy;
before(async () => {
  copy = await copyEvaluator({ ...DAILY, runs: RUNS });
});
after(() => copy?.remove());

test('a seeded bug in each keyword file is noticed by the judges', async () => {
  const open = new Map(copy.files.map(({ name, mutants }) => [name, seededBugs(mutants)]));
  for (let round = 0; round < MOST_TRIES && open.size > 0; round += 1) {
    const names = [...open.keys()].filter((name) => open.get(name)[round]);
    const results = await examineMutants(
      copy.setting,
      names.map((name) => ({ ...open.get(name)[round], ownCases: [] })),
    );
    names.forEach((name, index) => results[index].byJudges && open.delete(name));
  }
  assert.deepEqual([...open.keys()], []);
});

/** Dropped statements first, which do most harm; then all others in order of place. */
function seededBugs(mutants) {
  const reached = mutants.filter(({ judgedCases }) => judgedCases.length > 0);
  const isDrop = ({ rule }) => rule === 'drop statement';
  return [...reached.filter(isDrop), ...reached.filter((mutant) => !isDrop(mutant))];
}
