/** What every root script calls: checks Node, installs what the lockfile says, then runs one task of `tools/tasks/`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { refusalOfInstall, refusalOfNode } from './refusals.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules/.installed');
const [task = 'start', ...args] = process.argv.slice(2);

refuseOldNode();
process.chdir(root);
installWhenStale();
const run = await import(pathToFileURL(join(root, 'tools/tasks', `${task}.mjs`)).href);
await run.default(args);

function refuseOldNode() {
  const line = refusalOfNode(process.versions.node);
  if (line) fail(line);
}

function installWhenStale() {
  const wanted = lockfileHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { pnpm } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config;
  console.log('Installing packages (about a minute the first time) …');
  const reporter = process.stdout.isTTY ? [] : ['--reporter=append-only'];
  const { status, stderr } = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', ...reporter], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: process.env.CI ?? 'true' },
  });
  if (status !== 0) fail(refusalOfInstall(stderr));
  writeFileSync(stamp, wanted);
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
