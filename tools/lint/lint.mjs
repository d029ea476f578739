/** The checks that read sources: ESLint with the walls, formatting, generated files, focused tests, words that may not stand in the tree. */
import { bin, run } from '../build/command.mjs';

const checks = {
  'eslint, with the walls between packages': [
    bin('eslint'),
    ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  ],
  formatting: [bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']],
  'generated types': ['node', ['tools/generate/types.mjs', '--check']],
  sources: ['node', ['tools/lint/sources.mjs']],
};

/** Runs every check and resolves with how many passed and failed. */
export async function lintResults() {
  let passed = 0;
  let failed = 0;
  for (const [name, [program, args]] of Object.entries(checks)) {
    const { code, output } = await run(program, args, { quiet: true });
    if (code === 0) passed += 1;
    else {
      failed += 1;
      console.log(`${name}:\n${output}`);
    }
  }
  return { passed, failed };
}
