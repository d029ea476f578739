import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** Runs a module in a fresh process, so that nothing of this test run is in place. */
function runFresh(source: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

const ENTRY = JSON.stringify(new URL('./index.js', import.meta.url).href);
const TESTING = JSON.stringify(new URL('./testing/index.js', import.meta.url).href);

test('importing needs no window, touches no global and starts nothing', () => {
  const printed = runFresh(`
    const before = Object.getOwnPropertyNames(globalThis);
    globalThis.fetch = () => { throw new Error('asked'); };
    await import(${ENTRY});
    await import(${TESTING});
    console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name))));
  `);
  assert.equal(printed, '[]');
});

test('making a client opens and asks nothing', () => {
  const printed = runFresh(`
    const touched = [];
    for (const name of ['indexedDB', 'BroadcastChannel', 'XMLHttpRequest', 'localStorage'])
      Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) });
    const { createClient } = await import(${ENTRY});
    createClient({ gateway: 'https://gateway.test', fetch: () => void touched.push('fetch') });
    console.log(JSON.stringify(touched));
  `);
  assert.equal(printed, '[]');
});

test('errors of another copy of the package are known all the same', () => {
  const printed = runFresh(`
    const one = await import(${ENTRY});
    const two = await import(${JSON.stringify(new URL('./errors/client-error.js', import.meta.url).href)} + '?copy');
    const error = new two.StorageError('storage.quota');
    console.log(error instanceof one.StorageError, one.isStorageError(error), one.isProblemError(error), one.isClientError(new Error('x')));
  `);
  assert.equal(printed, 'false true false false');
});
