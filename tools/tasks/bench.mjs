/** Runs the measurements of bench/; `--check` compares ours with the budgets there, anything else measures the peers too. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mustRun } from '../build/command.mjs';
import build from './build.mjs';

const STAMP = 'bench/node_modules/.installed';

export default async function bench(args) {
  await build();
  if (args.includes('--write') || !args.includes('--check')) await installPeersWhenStale();
  await mustRun('The measurements', process.execPath, ['bench/run.mjs', ...args]);
}

/** The peers are no members of the workspace: a lockfile of their own keeps them out of what everybody installs. */
async function installPeersWhenStale() {
  const lockfile = createHash('sha256').update(readFileSync('bench/pnpm-lock.yaml')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfile) return;
  const { pnpm } = JSON.parse(readFileSync('package.json', 'utf8')).config;
  console.log('Installing the validators to measure beside …');
  const install = ['install', '--ignore-workspace', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  await mustRun('Installing', 'npx', ['--yes', pnpm, ...install], { cwd: 'bench', env: { CI: 'true' } });
  writeFileSync(STAMP, lockfile);
}
