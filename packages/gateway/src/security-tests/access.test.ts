/**
 * Every route is asked by somebody who has no right to it.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { OPERATIONS } from '../domain/desk/authorisation.js';
import { openDeskClient } from '../testing/desk-client.js';
import { uploadPaper } from '../testing/sample-dossier.js';
import { sendSample } from '../testing/sent-dossier.js';
import { DESK_ORIGIN, openTestGateway, TEST_ORIGIN, type TestGateway } from '../testing/test-gateway.js';
import { ACCESS, changesState, fillRoute, type AccessRow, type Places } from './access-table.js';

let gateway: TestGateway;
let places: Places;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20', operation: { mailbox: true } });
  const { uploadId } = await uploadPaper(gateway.fetch, randomBytes(32).toString('base64url'));
  places = { code: (await sendSample(gateway)).code, uploadId };
});
after(() => gateway.close());

/** Everything that a request of the row needs beside the right to make it. */
function write(row: AccessRow, headers: Record<string, string> = {}): Request {
  const { method, path } = fillRoute(row, places);
  const own: Record<string, string> = {
    'Tus-Resumable': '1.0.0',
    ...(changesState(method)
      ? {
          'Idempotency-Key': randomUUID(),
          'Upload-Length': '10',
          'Upload-Offset': '0',
          'If-Match': '"1"',
          'Content-Type': method === 'PATCH' ? 'application/offset+octet-stream' : 'application/json',
        }
      : {}),
  };
  const body = changesState(method) && method !== 'DELETE' ? JSON.stringify(row.body ?? {}) : undefined;
  return new Request(`${DESK_ORIGIN}${path}`, {
    method,
    headers: { ...own, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function ask(row: AccessRow, headers?: Record<string, string>): Promise<string> {
  const request = write(row, headers);
  const answer = await gateway.gateway.fetch(request, { remoteAddress: '203.0.113.9' });
  if (request.method === 'HEAD' || answer.headers.get('content-type') !== 'application/problem+json') {
    await answer.body?.cancel();
    return String(answer.status);
  }
  return `${answer.status} ${((await answer.json()) as Problem).code}`;
}

const DESK_HEADERS = { 'Motcua-Desk': '1', Origin: DESK_ORIGIN };
const WRONG_SECRET = { 'Motcua-Lookup-Secret': '0'.repeat(26) };
const FOREIGN_KEY = { 'Motcua-Upload-Key': randomBytes(32).toString('base64url') };
const MADE_UP = { Cookie: `__Host-motcua-desk=${randomBytes(32).toString('base64url')}` };

test('each route that is answered has a row, and no row is left over', () => {
  const answered = gateway.gateway.routes.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));
  const rows = ACCESS.map(({ route }) => route);
  assert.deepEqual(
    answered.filter((route) => !rows.includes(route)),
    [],
    'routes without a row',
  );
  assert.deepEqual(
    rows.filter((route) => !answered.includes(route)),
    [],
    'rows without a route',
  );
});

test('each operation of the matrix stands at a route of the desk, and each such route names one', () => {
  const named = new Set(ACCESS.flatMap(({ operations = [] }) => operations));
  for (const operation of Object.keys(OPERATIONS))
    assert.ok(named.has(operation as never) || (operation.startsWith('move.') && named.has('move.*')), operation);
  for (const { route, need, operations } of ACCESS) assert.equal(need === 'session', operations !== undefined, route);
});

for (const row of ACCESS) {
  const { method } = fillRoute(row, { code: '', uploadId: '' });
  if (row.need === 'session')
    test(`${row.route} without a session, or with one that was made up, is 401`, async () => {
      const outcomes = [await ask(row, DESK_HEADERS), await ask(row, { ...DESK_HEADERS, ...MADE_UP })];
      assert.deepEqual(outcomes, ['401 officer.signed-out', '401 officer.signed-out']);
    });
  if (row.need === 'credentials')
    test(`${row.route} with credentials of nobody is 401`, async () => {
      assert.equal(await ask(row, DESK_HEADERS), '401 officer.credentials-refused');
    });
  if (row.need === 'operator')
    test(`${row.route} from anywhere is not there`, async () => {
      assert.equal(await ask(row), '404 request.not-found');
    });
  if (row.need === 'lookup-secret')
    test(`${row.route} without the secret asks for it, and with a wrong one finds nothing`, async () => {
      assert.equal(await ask(row), '400 request.header-missing');
      assert.match(await ask(row, WRONG_SECRET), /^(404 dossier\.not-found|400 request\.malformed)$/);
    });
  if (row.need === 'upload-key' && row.route.includes(':uploadId'))
    test(`${row.route} without the key, or with another, finds nothing`, async () => {
      const expected = method === 'HEAD' ? /^404/ : /^404 upload\.not-found$/;
      assert.match(await ask(row), expected);
      assert.match(await ask(row, FOREIGN_KEY), expected);
    });
  if (changesState(method))
    test(`${row.route} from a page of a foreign origin is refused, whatever it holds`, async () => {
      for (const origin of ['https://evil.example', 'null', 'http://localhost:4170.evil.example'])
        assert.equal(await ask(row, { ...FOREIGN_KEY, ...DESK_HEADERS, Origin: origin }), '403 request.origin-refused');
    });
}

test('a stolen cookie changes nothing from a portal, from no page at all without the header, and by no simple request', async () => {
  const { cookie } = await openDeskClient(gateway);
  for (const row of ACCESS.filter(({ route }) => / \/v1\/desk\//.test(route))) {
    const { method } = fillRoute(row, places);
    if (!changesState(method)) continue;
    const held = { Cookie: cookie };
    assert.equal(
      await ask(row, { ...held, ...DESK_HEADERS, Origin: TEST_ORIGIN }),
      '403 request.origin-refused',
      row.route,
    );
    assert.equal(await ask(row, { ...held, Origin: DESK_ORIGIN }), '400 request.header-missing', row.route);
    assert.equal(await ask(row, held), '400 request.header-missing', row.route);
    const simple = { ...held, 'Content-Type': 'text/plain', Origin: 'https://evil.example' };
    assert.equal(await ask(row, simple), '403 request.origin-refused', row.route);
  }
  const session = await gateway.fetch(new Request(`${DESK_ORIGIN}/v1/desk/session`, { headers: { Cookie: cookie } }));
  assert.equal(session.status, 200, 'and the holder is still signed in');
});

test('no address of the desk is shared with a portal, whatever the answer', async () => {
  const { cookie } = await openDeskClient(gateway);
  for (const row of ACCESS.filter(({ route }) => / \/v1\/desk\//.test(route))) {
    const { method, path } = fillRoute(row, places);
    const preflight = new Request(`${DESK_ORIGIN}${path}`, {
      method: 'OPTIONS',
      headers: { Origin: TEST_ORIGIN, 'Access-Control-Request-Method': method },
    });
    for (const request of [preflight, write(row, { Cookie: cookie, Origin: TEST_ORIGIN })]) {
      const { headers } = await gateway.gateway.fetch(request);
      for (const name of headers.keys()) assert.doesNotMatch(name, /^access-control-allow/, row.route);
    }
  }
});

test('what is shared is shared with the portals of the list alone, by name, and never with credentials', async () => {
  const allow = async (origin: string): Promise<string | null> => {
    const request = new Request(`${DESK_ORIGIN}/v1/procedures`, { headers: { Origin: origin } });
    const { headers } = await gateway.fetch(request);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.match(headers.get('vary') ?? '', /origin/i);
    return headers.get('access-control-allow-origin');
  };
  assert.equal(await allow(TEST_ORIGIN), TEST_ORIGIN);
  for (const origin of [
    'https://evil.example',
    'null',
    `${TEST_ORIGIN}.evil.example`,
    TEST_ORIGIN.replace('http:', 'https:'),
    `${TEST_ORIGIN}0`,
    TEST_ORIGIN.toUpperCase(),
    DESK_ORIGIN,
  ])
    assert.equal(await allow(origin), null, origin);
});

test('all of this changed nothing', async () => {
  const lock = await gateway.database.dossiers.findLock(places.code);
  assert.equal(lock?.state, 'submitted');
  assert.ok(await gateway.database.uploads.find(places.uploadId));
  assert.equal(await gateway.database.dossiers.count(), 1);
});
