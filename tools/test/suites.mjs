/** The suites by name: each resolves with `{passed, failed}`; skipped, focused and cancelled tests count as failed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bin, run } from '../build/command.mjs';
import { findChromium } from '../chromium.mjs';
import { lintResults } from '../lint/lint.mjs';
import { reportCoverage } from './contract-coverage.mjs';
import { onPostgres, STORAGE_TESTS } from './postgres.mjs';

export const suites = {
  lint: lintResults,
  types: () => oneCheck(bin('tsc'), ['-b']),
  unit: () => reportCoverage((env) => nodeTests(unitTestFiles(), { env, concurrency: 3 })),
  storage: () => onPostgres((env) => nodeTests(storageTestFiles(), { env })),
  browser: () => plainLine(bin('wtr'), ['--config', 'packages/widgets/web-test-runner.config.mjs']),
  stories: () => plainLine('node', ['stories/run-stories.mjs']),
  e2e: () => nodeTests(testFiles('e2e/dist')),
  postgres: () => onPostgres((env) => nodeTests(testFiles('packages/gateway/dist'), { env })),
};

function unitTestFiles() {
  return [
    'packages/form-engine/dist',
    'packages/client/dist',
    'packages/gateway/dist',
    'packages/cli/dist',
    'packages/widgets/dist',
    'packages/pages/dist',
    'schemas',
    'tools',
    'bench',
    'examples/portal',
  ]
    .flatMap(testFiles)
    .sort((one, other) => lengthRank(one) - lengthRank(other));
}

/** Those that start and kill whole processes come first: at the end the longest would run alone. */
function lengthRank(file) {
  if (file.includes('/storage-tests/')) return 0;
  return file.startsWith('packages/gateway/') ? 1 : 2;
}

/** Those that run on PostgreSQL too. */
function storageTestFiles() {
  const chosen = STORAGE_TESTS.map((path) => join('packages/gateway/dist', path));
  return testFiles('packages/gateway/dist').filter((file) => chosen.some((path) => file.startsWith(path)));
}

/** Files that end in `.test.js` or `.test.mjs`, below a folder. */
function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(path);
    return /\.test\.m?js$/.test(entry.name) ? [path] : [];
  });
}

async function nodeTests(files, { concurrency = 2, env = {} } = {}) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const args = ['--test', '--enable-source-maps', '--test-reporter=tap', `--test-concurrency=${concurrency}`, ...files];
  const { code, output } = await run(process.execPath, args, {
    quiet: true,
    env: { CHROMIUM: findChromium(), ...env },
  });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('skipped') + count('todo') + count('cancelled');
  if (failed > 0 || code !== 0) console.log(failuresOf(output));
  return { passed: count('pass'), failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Each failing test of a TAP stream with its details, and what is marked skip or todo. */
function failuresOf(tap) {
  const lines = tap.split('\n');
  const kept = [];
  let inFailure = false;
  for (const line of lines) {
    if (/^\s*(not )?ok /.test(line)) inFailure = /^\s*not ok/.test(line) || /# (SKIP|TODO)/i.test(line);
    if (inFailure) kept.push(line);
  }
  return kept.join('\n').slice(0, 20_000) || tap.slice(-4_000);
}

/** A runner whose last plain line is `N passed, N failed[, N skipped]`. */
async function plainLine(program, args) {
  const { code, output } = await run(program, args, { env: { CHROMIUM: findChromium() } });
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (!match) return { passed: 0, failed: 1 };
  const failed = Number(match[2]) + Number(match[3] ?? 0);
  return { passed: Number(match[1]), failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function oneCheck(program, args) {
  const { code } = await run(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
