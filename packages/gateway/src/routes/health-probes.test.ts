import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Readiness } from '../domain/check-readiness.js';
import { createReadinessCheck } from '../domain/check-readiness.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
let gateway: TestGateway;
let isBroken = false;
before(async () => {
  gateway = await openTestGateway({
    now: '2026-11-20',
    operation: { minFreeBytes: 1 },
    ports: (database) => ({
      database: {
        ...database,
        check: () => (isBroken ? Promise.reject(new Error('password=hunter2')) : database.check()),
      },
    }),
  });
});
after(() => gateway.close());

function ask(path: string): Promise<Response> {
  return gateway.fetch(new Request(`${BASE}${path}`));
}

test('a process that lives says so, whatever its parts do', async () => {
  isBroken = true;
  const answer = await ask('/healthz');
  isBroken = false;
  assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }]);
});

test('a gateway is ready when each part is', async () => {
  const answer = await ask('/readyz');
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), {
    status: 'ready',
    checks: { open: 'ok', database: 'ok', uploads: 'ok', signingKey: 'ok', procedures: 'ok' },
  });
});

/** The check as the route uses it, without the second for which an answer holds. */
function check(change: Partial<Parameters<typeof createReadinessCheck>[0]> = {}): Promise<Readiness> {
  const whole = {
    database: gateway.database,
    procedures: { list: () => [{}] } as never,
    keys: { sign: () => Promise.resolve(''), publish: () => [] },
    uploadsDir: gateway.uploadsDir,
    minFreeBytes: 0,
    isOpen: () => true,
  };
  return createReadinessCheck({ ...whole, ...change })();
}

test('each part that fails is named, and nothing of its words', async () => {
  const faults = {
    database: { database: { ...gateway.database, check: () => Promise.reject(new Error('postgres://u:hunter2@db')) } },
    uploads: { uploadsDir: '/nowhere/uploads' },
    signingKey: { keys: { sign: () => Promise.reject(new Error('no key')), publish: () => [] } },
    procedures: { procedures: { list: () => [] } as never },
    open: { isOpen: () => false },
  };
  for (const [part, change] of Object.entries(faults)) {
    const readiness = await check(change);
    assert.equal(readiness.status, 'unready', part);
    const failed = Object.entries(readiness.checks).filter(([, result]) => result === 'failed');
    assert.deepEqual(failed, [[part, 'failed']]);
  }
});

test('a disk without room is not ready', async () => {
  assert.equal((await check({ minFreeBytes: Number.MAX_SAFE_INTEGER })).checks.uploads, 'failed');
});

test('the answer is 503 with the failed part, and 503 from the moment a stop begins', async () => {
  const own = await openTestGateway({ now: '2026-11-20', operation: { minFreeBytes: 1 } });
  const read = async (): Promise<[number, Readiness]> => {
    const answer = await own.fetch(new Request(`${BASE}/readyz`));
    return [answer.status, (await answer.json()) as Readiness];
  };
  try {
    await rm(own.uploadsDir, { recursive: true });
    const [status, { checks }] = await read();
    assert.deepEqual([status, checks.uploads, checks.database], [503, 'failed', 'ok']);
    own.gateway.endWatches();
    const [stopping, after] = await read();
    assert.deepEqual([stopping, after.checks.open], [503, 'failed']);
  } finally {
    await own.close();
  }
});
