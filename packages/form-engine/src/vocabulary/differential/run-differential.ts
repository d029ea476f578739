/**
 * One run of the differential property: so many documents from one seed, every value asked of the judges and of the evaluator.
 */
import fc from 'fast-check';
import { oneCase, sampleCases } from './cases.js';
import { type CreateValidator, findFault } from './compare.js';
import { judgeCase } from './judge-case.js';
import type { JudgeName } from './open-judges.js';
import { createTally, type Sightings } from './tally.js';

/** What a run has seen. */
export interface Extent {
  documents: number;
  /** Values with a verdict. */
  values: number;
  /** Values that no judge may decide. */
  undecided: number;
  valid: number;
  /** Values that two or three judges decided. */
  agreed: number;
  /** Values with a list of every fault from ajv. */
  listed: number;
  judges: ReadonlyMap<JudgeName, number>;
  keywords: ReadonlyMap<string, Sightings>;
}

/**
 * @throws {Error} at the first case in which the evaluator is wrong, made as small as a minute allows; the judges' own contradictions too
 */
export async function runDifferential(createValidator: CreateValidator, runs: number, seed: number): Promise<Extent> {
  const tally = createTally(createValidator);
  const judges = new Map<JudgeName, number>();
  const extent = { documents: 0, values: 0, undecided: 0, valid: 0, agreed: 0, listed: 0 };
  for (const one of sampleCases(runs, seed)) {
    const judged = await judgeCase(one);
    const fault = findFault(createValidator, judged);
    if (fault !== undefined) throw new Error(await shrink(createValidator, runs, seed, fault));
    tally.add(judged);
    extent.documents += 1;
    extent.undecided += one.data.length - judged.values.length;
    for (const { valid, judges: asked, faults } of judged.values) {
      extent.values += 1;
      extent.valid += Number(valid);
      extent.agreed += Number(asked.length > 1);
      extent.listed += Number(faults !== undefined);
      for (const judge of asked) judges.set(judge, (judges.get(judge) ?? 0) + 1);
    }
  }
  return { ...extent, judges, keywords: tally.seen };
}

/** The same run once more by fast-check, which makes the failing case smaller. */
async function shrink(createValidator: CreateValidator, runs: number, seed: number, fault: string): Promise<string> {
  const property = fc.asyncProperty(oneCase, async (one) => {
    const found = findFault(createValidator, await judgeCase(one));
    if (found !== undefined) throw new Error(found);
  });
  const details = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: 60_000 });
  const smaller = details.errorInstance instanceof Error ? details.errorInstance.message : fault;
  return `The evaluator ${smaller.length < fault.length ? smaller : fault}\n(seed ${seed})`;
}
