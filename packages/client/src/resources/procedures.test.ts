import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestGateway, type TestGateway } from '@motcua/gateway/testing';
import type { ClientOptions } from '../client.js';
import { isClientError, isProblemError } from '../errors/client-error.js';
import { SLUG, connectTo } from '../testing/line-to-gateway.test.support.js';

let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway();
});
after(() => gateway.close());

function connect(options: Partial<ClientOptions> = {}) {
  return connectTo((request) => gateway.fetch(request), options);
}

test('a procedure leads to its plan, texts and catalogues', async () => {
  const { client } = connect();
  const published = await client.procedures.get(SLUG);
  const plan = await client.procedures.plan(published);
  assert.deepEqual([plan.slug, plan.hash, plan.planFormat], [SLUG, published.plan.hash, published.plan.format]);
  for (const locale of ['vi', 'en'])
    assert.equal(typeof (await client.procedures.texts(published, locale))['title'], 'string');
  for (const [name, { version }] of Object.entries(published.catalogs)) {
    assert.equal((await client.catalogs.get(published, name))['version'], version);
  }
});

test('what is addressed by its content is fetched once for each client, also when asked twice at once', async () => {
  const { client, log } = connect();
  const published = await client.procedures.get(SLUG);
  await Promise.all([client.procedures.plan(published), client.procedures.plan(published)]);
  await client.procedures.plan(published);
  assert.equal(log.filter(({ url }) => url.includes('/v1/plans/')).length, 1);
});

test('a plan that could not be fetched is asked for again', async () => {
  const { client, inject } = connect({ retry: { attempts: 1 } });
  const published = await client.procedures.get(SLUG);
  inject({ kind: 'html', path: '/v1/plans/' });
  await assert.rejects(
    client.procedures.plan(published),
    (error) => isClientError(error) && error.kind === 'foreign-answer',
  );
  assert.equal((await client.procedures.plan(published)).slug, SLUG);
});

test('a plan other than the one announced is refused', async () => {
  const { client } = connect();
  const published = await client.procedures.get(SLUG);
  const other = { ...published, plan: { ...published.plan, hash: '0'.repeat(64) } };
  await assert.rejects(client.procedures.plan(other), { code: 'transport.not-the-gateway' });
});

test('an unknown procedure, agency, language or catalogue is named as such', async () => {
  const { client, log } = connect();
  const published = await client.procedures.get(SLUG);
  await assert.rejects(client.procedures.get('civil-status/no-such-thing'), (error) =>
    isProblemError(error, 'procedure.not-found'),
  );
  await assert.rejects(client.agencies.get('99999'), (error) => isProblemError(error, 'agency.not-found'));
  const asked = log.length;
  await assert.rejects(client.procedures.texts(published, 'fr'), { code: 'client.unknown-locale' });
  await assert.rejects(client.catalogs.get(published, 'toString'), { code: 'client.unknown-catalog' });
  await assert.rejects(async () => client.procedures.get('../health'), { code: 'client.invalid-slug' });
  assert.equal(log.length, asked);
});

test('an agency has a name', async () => {
  const agency = await connect().client.agencies.get('00004');
  assert.equal(agency.code, '00004');
  assert.ok(agency.name.vi.length > 0 && agency.provinceName.vi.length > 0);
});
