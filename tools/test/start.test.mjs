/** `npm start` says in one line what stands in its way. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { refusalOfInstall, refusalOfNode } from '../refusals.mjs';

test('an old Node is refused with the version to install', () => {
  assert.equal(refusalOfNode('20.19.0'), '');
  assert.equal(refusalOfNode('24.1.0'), '');
  for (const old of ['18.20.0', '20.18.9', '12.0.0']) {
    assert.match(refusalOfNode(old), new RegExp(`^Node ${old} is too old: install Node 20\\.19`));
  }
});

test('an installation without a net is told in one line, any other with its own words', () => {
  const offline = refusalOfInstall('npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN\nnpm error request failed');
  assert.equal(offline.split('\n').length, 1);
  assert.match(offline, /connect this machine/);
  assert.match(refusalOfInstall('npm error ENOSPC: no space left'), /ENOSPC: no space left/);
});

test('a busy port is named with the variable that chooses another', async (t) => {
  const holder = createServer();
  await new Promise((resolve) => holder.listen(0, 'localhost', resolve));
  t.after(() => holder.close());
  const { port } = holder.address();
  const { status, stderr } = start({ PORTAL_PORT: String(port) });
  assert.equal(status, 1);
  assert.equal(
    stderr,
    `Port ${port} is in use: stop the program that holds it, or choose another with PORTAL_PORT=<port> npm start.\n`,
  );
});

test('a port that is none is refused', () => {
  const { status, stderr } = start({ GATEWAY_PORT: 'abc' });
  assert.equal(status, 1);
  assert.match(stderr, /^GATEWAY_PORT must be a port between 1 and 65535; it is "abc"\.\n$/);
});

function start(env) {
  return spawnSync(process.execPath, ['tools/run.mjs', 'start'], { encoding: 'utf8', env: { ...process.env, ...env } });
}
