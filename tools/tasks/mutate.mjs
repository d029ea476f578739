/** Changes the keyword files one small place at a time and looks whether the judges notice; `--fresh` takes another seed and writes no report. */
import { bin, mustRun } from '../build/command.mjs';
import { DAILY, runMutation } from '../mutation/run-mutation.mjs';
import { PAGE, writeReport } from '../mutation/write-report.mjs';

/** @param {string[]} args `--fresh`, or nothing for the run that is reported. */
export default async function mutate(args) {
  await mustRun('Compiling', bin('tsc'), ['-b', 'packages/form-engine']);
  const isFresh = args.includes('--fresh');
  const start = performance.now();
  const extent = isFresh ? { runs: 2 * DAILY.runs, seed: Date.now() % 1_000_000_000 } : DAILY;
  const outcome = await runMutation(extent, (line) => console.log(line));
  if (!isFresh) await writeReport(outcome);
  for (const { file, line, source, from, to } of outcome.survivors)
    console.error(`survived: ${file}:${line}: ${source}: ${from} → ${to}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${outcome.survivors.length} survived (${seconds} s)${isFresh ? '' : `; ${PAGE} is written`}`);
  process.exit(outcome.survivors.length === 0 ? 0 : 1);
}
