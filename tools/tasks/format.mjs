/** Writes the standard formatting and the fixes that ESLint can make. */
import { bin, mustRun } from '../build/command.mjs';

export default async function format() {
  await mustRun('Fixing', bin('eslint'), ['.', '--fix']);
  await mustRun('Formatting', bin('prettier'), ['--write', '--log-level', 'warn', '.']);
}
