/** The command line of the bench. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { readArguments, SECTIONS } from './read-arguments.mjs';

test('without options everything is measured, the peers too', () => {
  assert.deepEqual(readArguments([]), { check: false, write: false, peers: true, rounds: 5, sections: SECTIONS });
});

test('--check measures ours alone, unless a page is written of the same run', () => {
  assert.equal(readArguments(['--check']).peers, false);
  assert.equal(readArguments(['--check', '--write']).peers, true);
});

test('parts run in one order, however they are asked for', () => {
  assert.deepEqual(readArguments(['--only', 'schemas', '--only', 'bytes']).sections, ['bytes', 'schemas']);
});

for (const args of [['--only', 'nothing'], ['--write', '--only', 'bytes'], ['--rounds', '0'], ['--unknown']])
  test(`${args.join(' ')} ends with the usage`, () => {
    const { status, stderr } = spawnSync(process.execPath, ['bench/run.mjs', ...args], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /npm run bench -- /);
  });
