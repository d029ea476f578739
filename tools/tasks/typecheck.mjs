/** Compiles every package without bundling. */
import { bin, mustRun } from '../build/command.mjs';

export default async function typecheck() {
  await mustRun('Type checking', bin('tsc'), ['-b']);
}
