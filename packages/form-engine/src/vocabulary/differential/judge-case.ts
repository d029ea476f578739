/**
 * Asks every judge in whose field a case lies. They have to agree: where they do not, a row is missing in the table of limits.
 */
import type { JsonValue } from '../../plan/plan.js';
import type { Case } from './cases.js';
import type { Document } from './document.js';
import { isInField } from './judges.js';
import { type JudgeName, OPEN_JUDGE, type Opinion } from './open-judges.js';
import { traitsOfData, traitsOfDocument } from './traits.js';

/** A case with the verdicts of the judges. */
export interface JudgedCase {
  document: Document;
  values: readonly JudgedValue[];
}

/** One value with its verdict and the judges that agreed on it. */
export interface JudgedValue {
  value: JsonValue;
  valid: boolean;
  judges: readonly JudgeName[];
  /** Code and pointer of every fault, where one judge can tell them all. */
  faults?: readonly string[];
}

const NAMES = Object.keys(OPEN_JUDGE) as JudgeName[];

/**
 * @returns the case with each value that at least one judge may decide
 * @throws {Error} when two judges contradict one another, or one breaks down inside its field
 */
export async function judgeCase({ document, data }: Case): Promise<JudgedCase> {
  const traits = traitsOfDocument(document);
  const opinions = new Map<JudgeName, Opinion>();
  for (const name of NAMES) if (isInField(name, traits)) opinions.set(name, await OPEN_JUDGE[name](document));
  const values: JudgedValue[] = [];
  for (const value of data) {
    const dataTraits = traitsOfData(value);
    const answers = [...opinions]
      .filter(([name]) => isInField(name, traits, dataTraits))
      .map(([judge, opinion]) => ({ judge, ...opinion(value) }));
    const [first] = answers;
    if (first === undefined) continue;
    if (answers.some(({ valid }) => valid !== first.valid)) {
      const verdicts = answers.map(({ judge, valid }) => `${judge}: ${valid}`).join(', ');
      throw new Error(`The judges disagree (${verdicts}) over ${JSON.stringify({ document, value })}`);
    }
    const faults = answers.find((answer) => answer.faults !== undefined)?.faults;
    values.push({
      value,
      valid: first.valid,
      judges: answers.map(({ judge }) => judge),
      ...(faults === undefined ? {} : { faults }),
    });
  }
  return { document, values };
}
