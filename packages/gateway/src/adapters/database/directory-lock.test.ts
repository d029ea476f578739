import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DirectoryInUseError, lockDirectory } from './directory-lock.js';

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'lock-'))));
after(() => rm(folder, { recursive: true, force: true }));

test('a folder that is held is refused with what to do, and free after release', async () => {
  const lock = await lockDirectory(join(folder, 'held'));
  await assert.rejects(
    lockDirectory(join(folder, 'held')),
    (error) => error instanceof DirectoryInUseError && /Stop that process/.test(error.message),
  );
  await lock.release();
  await (await lockDirectory(join(folder, 'held'))).release();
});

test('the lock of a process that was killed is taken over', async () => {
  const directory = join(folder, 'killed');
  const holder = spawn(process.execPath, [
    '-e',
    `import(${JSON.stringify(new URL('./directory-lock.js', import.meta.url).href)}).then(async (m) => { await m.lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000); })`,
  ]);
  await once(holder.stdout, 'data');
  await assert.rejects(lockDirectory(directory), DirectoryInUseError);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (await lockDirectory(directory)).release();
});

test('of many that start at once on a dead lock one holds the folder', async () => {
  const directory = join(folder, 'race');
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory)));
  const held = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  assert.equal(held.length, 1);
  await held[0]?.release();
});

test('a folder whose path is too long for a socket is locked all the same', async () => {
  const directory = join(folder, 'x'.repeat(150));
  const lock = await lockDirectory(directory);
  await assert.rejects(lockDirectory(directory), DirectoryInUseError);
  await lock.release();
});
