/** A short storm, on both databases, and one over a gateway with a planted fault. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './read-options.mjs';
import { runFaults } from './run-faults.mjs';

test('300 dossiers through lost, doubled and late requests, to three gateways that are killed: each is kept once', async () => {
  const { faults, figures } = await runFaults(readOptions(['--count', '300', '--seed', '7']));
  assert.deepEqual(faults, []);
  assert.equal(figures.dossiers, 300);
  assert.ok(figures.kills >= 2);
  for (const fault of ['drop-before', 'drop-after', 'duplicate', 'late-copy', 'skewed-clock'])
    assert.ok(figures[fault] > 0, `${fault} never struck`);
});

test('40 dossiers to a gateway on the embedded database that is killed: each is kept once', async () => {
  const { faults, figures } = await runFaults(readOptions(['--count', '40', '--database', 'pglite', '--seed', '8']));
  assert.deepEqual(faults, []);
  assert.ok(figures.kills >= 1);
});

test('without the check of keys the run fails, and says that dossiers are doubled', async () => {
  const { faults } = await runFaults(readOptions(['--count', '60', '--without-key-check', '--seed', '9']));
  assert.match(faults.join('\n'), /^\d+ dossiers lie in the database; 60 were sent$/m);
  assert.match(faults.join('\n'), /^\d+ senders have more than one dossier$/m);
});

test('an option that is none, and one that cannot be, are refused with the usage', () => {
  for (const args of [
    ['--fast'],
    ['--count', 'many'],
    ['--database', 'mysql'],
    ['--database', 'pglite', '--gateways', '3'],
  ])
    assert.throws(() => readOptions(args));
  assert.throws(() => readOptions(['--fast']), /npm run faults/);
  assert.deepEqual(readOptions(['--count', '2000']), {
    count: 2000,
    seed: 1,
    database: 'postgres',
    withoutKeyCheck: false,
    gateways: 3,
    kills: 5,
  });
});
