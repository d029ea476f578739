/** Writes what is generated from schemas and sources; `--check` fails when something drifted. */
import { mustRun } from '../build/command.mjs';

export default async function generate(args) {
  await mustRun('Generating types', 'node', ['tools/generate/types.mjs', ...args]);
}
