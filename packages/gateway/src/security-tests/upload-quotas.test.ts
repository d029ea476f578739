import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { createTusClient } from '../testing/tus-client.js';

const BASE = 'http://127.0.0.1:4180';
const uploads = {
  maxBytes: 1_000,
  maxCount: 5,
  maxTotalBytes: 3_000,
  maxCountOverall: 40,
  maxTotalBytesOverall: 20_000,
};
let first: TestGateway;
let second: TestGateway;
before(async () => {
  first = await openTestGateway({ limits: { uploads } });
  second = await openTestGateway({ limits: { uploads }, ports: () => ({ database: first.database }) });
});
after(async () => {
  await second.close();
  await first.close();
});

/** Opens uploads on both gateways, all at once; answers how many were opened, and the codes of the others. */
async function openAtOnce(
  count: number,
  length: number,
  key?: string,
): Promise<{ opened: string[]; codes: Set<string> }> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const tus = createTusClient(BASE, index % 2 === 0 ? first.fetch : second.fetch, key);
      return tus.send('POST', '/v1/uploads', { 'Upload-Length': String(length) });
    }),
  );
  const opened = answers.filter(({ status }) => status === 201).map(({ headers }) => headers.get('location') ?? '');
  const refused = answers.filter(({ status }) => status !== 201);
  return {
    opened,
    codes: new Set(await Promise.all(refused.map(async (answer) => ((await answer.json()) as Problem).code))),
  };
}

async function remove(paths: readonly string[]): Promise<void> {
  for (const path of paths) assert.equal(await first.database.uploads.remove(path.split('/').pop() ?? ''), true);
}

test('however many are opened at once on however many gateways, a draft has no more uploads than it may', async () => {
  const key = 'a'.repeat(43);
  const { opened, codes } = await openAtOnce(30, 10, key);
  assert.equal(opened.length, 5);
  assert.deepEqual([...codes], ['upload.quota']);
  await remove(opened);
});

test('nor more bytes', async () => {
  const key = 'b'.repeat(43);
  const { opened, codes } = await openAtOnce(30, 1_000, key);
  assert.equal(opened.length, 3);
  assert.deepEqual([...codes], ['upload.quota']);
  await remove(opened);
});

test('nor have all drafts together more bytes or uploads than the gateway keeps: then it is 503, to be tried again', async () => {
  const heavy = await openAtOnce(40, 1_000);
  assert.equal(heavy.opened.length, 20);
  assert.deepEqual([...heavy.codes], ['upload.store-full']);
  const light = await openAtOnce(40, 0);
  assert.equal(heavy.opened.length + light.opened.length, 40);
  assert.deepEqual([...light.codes], ['upload.store-full']);
  const answer = await createTusClient(BASE, first.fetch).send('POST', '/v1/uploads', { 'Upload-Length': '0' });
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
});
