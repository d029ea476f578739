/** Writes what is generated from schemas and sources; `--check` fails when something drifted. */
import { mustRun } from '../build/command.mjs';
import build from './build.mjs';

export default async function generate(args) {
  await mustRun('Generating types', 'node', ['tools/generate/types.mjs', ...args]);
  await build();
  await mustRun('Generating the reference', 'node', ['tools/generate/engine-codes.mjs', ...args]);
  await mustRun('Generating the reference of operators', 'node', ['tools/generate/operators.mjs', ...args]);
  await mustRun('Generating the API reference', 'node', ['tools/generate/api-reference.mjs', ...args]);
}
