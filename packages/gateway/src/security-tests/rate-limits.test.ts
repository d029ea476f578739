import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { openDeskClient } from '../testing/desk-client.js';
import { openTestGateway, TEST_ORIGIN, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const BURST = 20;
/** So slow that nothing comes back while a test runs. */
const rates = { perAddress: { burst: BURST, perMinute: 0.1 }, perSession: { burst: BURST, perMinute: 0.1 } };
let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway({ limits: { rates }, trustedProxies: ['10.0.0.1'] });
});
after(() => gateway.close());

function ask(address: string, path = '/v1/procedures', headers: Record<string, string> = {}): Promise<Response> {
  const brokenOnPurpose = path === '/v1/nothing';
  return gateway.fetch(new Request(`${BASE}${path}`, { headers }), { remoteAddress: address, brokenOnPurpose });
}

async function exhaust(address: string): Promise<void> {
  for (let count = 0; count < BURST; count += 1) assert.notEqual((await ask(address)).status, 429);
}

test('an address that asks too often gets 429, when to come again, and what any portal may read of it', async () => {
  await exhaust('203.0.113.1');
  const answer = await ask('203.0.113.1', '/v1/procedures', { Origin: TEST_ORIGIN });
  assert.deepEqual([answer.status, ((await answer.json()) as Problem).code], [429, 'rate.limited']);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal(answer.headers.get('access-control-allow-origin'), TEST_ORIGIN);
  assert.match(answer.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
});

test('others are served meanwhile, and so is whoever watches over the gateway', async () => {
  await exhaust('203.0.113.2');
  assert.equal((await ask('203.0.113.2')).status, 429);
  assert.equal((await ask('203.0.113.3')).status, 200);
  assert.equal((await ask('203.0.113.2', '/v1/health')).status, 200);
});

test('requests that lead nowhere count too', async () => {
  for (let count = 0; count < BURST; count += 1) assert.equal((await ask('203.0.113.4', '/v1/nothing')).status, 404);
  assert.equal((await ask('203.0.113.4', '/v1/nothing')).status, 429);
});

test('behind a trusted proxy the address is that of the client; a claim from elsewhere is not believed', async () => {
  const forward = (client: string): Record<string, string> => ({ 'X-Forwarded-For': client });
  for (let count = 0; count < BURST; count += 1) await ask('10.0.0.1', '/v1/procedures', forward('198.51.100.1'));
  assert.equal((await ask('10.0.0.1', '/v1/procedures', forward('198.51.100.1'))).status, 429);
  assert.equal((await ask('10.0.0.1', '/v1/procedures', forward('198.51.100.2'))).status, 200);
  for (let count = 0; count < BURST; count += 1)
    await ask('203.0.113.5', '/v1/procedures', forward(`198.51.100.${10 + count}`));
  assert.equal((await ask('203.0.113.5', '/v1/procedures', forward('198.51.100.99'))).status, 429);
});

test('all addresses of one IPv6 network count as one', async () => {
  for (let count = 0; count < BURST; count += 1) await ask(`2001:db8:1:2::${(count + 1).toString(16)}`);
  assert.equal((await ask('2001:db8:1:2:ffff::1')).status, 429);
  assert.equal((await ask('2001:0db8:0001:0002::abc')).status, 429, 'however it is written');
  assert.equal((await ask('2001:db8:1:3::1')).status, 200);
});

test('a session at the desk that asks too often gets 429, and other sessions of the office do not', async () => {
  const busy = await openDeskClient(gateway);
  const other = await openDeskClient(gateway);
  for (let count = 0; count < BURST; count += 1) assert.equal((await busy.send('session')).status, 200);
  const answer = await busy.send('session');
  assert.deepEqual([answer.status, ((await answer.json()) as Problem).code], [429, 'rate.limited']);
  assert.equal((await other.send('session')).status, 200);
});

test('a proxy that nobody named is said once in the log, and stops nobody', async () => {
  for (let count = 0; count < BURST + 5; count += 1)
    assert.equal((await ask('127.0.0.1', '/v1/procedures', { 'X-Forwarded-For': '198.51.100.7' })).status, 200);
  assert.equal(gateway.logs.filter(({ event }) => event === 'proxy-undeclared').length, 1);
});
