/** The whole run: copy → examine every mutant → name the equivalent ones → report. */
import { copyEvaluator } from './evaluator-copy.mjs';
import { isEquivalent, unusedEquivalents } from './equivalents.mjs';
import { examineMutants } from './examine-mutants.mjs';

/** The run of every day: that of the differential test. */
export const DAILY = { runs: 4_000, seed: 20_201_207 };

/**
 * @param {{ runs: number, seed: number }} extent
 * @param {(line: string) => void} say
 * @returns {Promise<{ extent: object, files: object[], survivors: object[] }>}
 */
export async function runMutation(extent, say) {
  const copy = await copyEvaluator(extent);
  try {
    const mutants = copy.files.flatMap(({ name, mutants }) =>
      mutants.map((mutant) => Object.assign(mutant, { file: name })),
    );
    say(
      `${mutants.length} mutants in ${copy.files.length} files, ${copy.documents} documents with ${copy.values} values, seed ${extent.seed}`,
    );
    for (const fault of copy.ownFaults) say(`an own case is left out, since it fails as it is: ${fault}`);
    const tell = progress(mutants.length, say);
    const results = await examineMutants(copy.setting, mutants, { onResult: tell });
    mutants.forEach((mutant, index) => Object.assign(mutant, fateOf(mutant, results[index])));
    for (const entry of unusedEquivalents(mutants))
      say(`no survivor is any more what equivalents.mjs says of ${entry}`);
    return {
      extent: { ...extent, documents: copy.documents, values: copy.values, own: copy.own },
      files: copy.files,
      survivors: mutants.filter(({ fate }) => fate === 'survived'),
    };
  } finally {
    copy.remove();
  }
}

function fateOf(mutant, { byJudges, byOwn }) {
  if (byJudges) return { fate: 'judges', fault: byJudges };
  if (byOwn) return { fate: 'own', fault: byOwn };
  const because = isEquivalent(mutant);
  return because ? { fate: 'equivalent', because } : { fate: 'survived' };
}

function progress(total, say) {
  return (done) => {
    if (done % 100 === 0 || done === total) say(`${done} of ${total} examined`);
  };
}
