/** Runs the measurements of bench/; `--check` compares them with the budgets there. */
import { mustRun } from '../build/command.mjs';
import build from './build.mjs';

export default async function bench(args) {
  await build();
  await mustRun('The measurements', 'node', ['bench/run.mjs', ...args]);
}
