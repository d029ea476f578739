/**
 * Every answer, of every route and of every kind of refusal, tells the browser to trust it with as little as possible.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDeskClient } from '../testing/desk-client.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { DESK_ORIGIN, openTestGateway, TEST_ORIGIN, type TestGateway } from '../testing/test-gateway.js';
import { ACCESS, changesState, fillRoute, type AccessRow } from './access-table.js';

let gateway: TestGateway;
let sent: SentDossier;
let cookie: string;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20', operation: { mailbox: true } });
  sent = await sendSample(gateway);
  ({ cookie } = await openDeskClient(gateway));
});
after(() => gateway.close());

const RIGHTS = (): Record<string, string> => ({
  'Tus-Resumable': '1.0.0',
  'Motcua-Upload-Key': sent.uploadKey,
  'Motcua-Lookup-Secret': sent.lookupSecret,
  'Motcua-Desk': '1',
  Cookie: cookie,
});

function write(row: AccessRow, headers: Record<string, string>): Request {
  const { method, path } = fillRoute(row, { code: sent.code, uploadId: '0'.repeat(32) });
  const body = changesState(method) && method !== 'DELETE' ? JSON.stringify(row.body ?? {}) : undefined;
  return new Request(`${DESK_ORIGIN}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
  });
}

function assertGuarded({ headers, status }: Response, what: string): void {
  assert.equal(headers.get('x-content-type-options'), 'nosniff', what);
  assert.equal(headers.get('referrer-policy'), 'no-referrer', what);
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', what);
  assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/, what);
  assert.equal(headers.get('x-powered-by') ?? headers.get('server'), null, what);
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/, what);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/, what);
  if (status >= 400) {
    assert.match(headers.get('cache-control') ?? '', /no-store/, what);
    assert.match(policy, /frame-ancestors 'none'/, what);
  }
}

/** Public texts may be kept; what belongs to somebody may not. */
function assertKeptByNobody({ headers, status }: Response, { need, page }: AccessRow, what: string): void {
  const isEmpty = status === 204 || status === 308;
  if (need === 'nothing' && (page || isEmpty)) return;
  const cache = headers.get('cache-control') ?? '';
  if (need === 'nothing') assert.match(cache, /^(no-store|public, )/, what);
  else if (!isEmpty) assert.equal(cache, 'no-store', what);
}

for (const row of ACCESS)
  test(`${row.route}: with rights, without, from a foreign page, with a method that it does not take`, async () => {
    const { method, path } = fillRoute(row, { code: sent.code, uploadId: '0'.repeat(32) });
    const requests: [string, Request][] = [
      ['with rights', write(row, RIGHTS())],
      ['without', write(row, {})],
      ['from a portal', write(row, { ...RIGHTS(), Origin: TEST_ORIGIN })],
      ['from a foreign page', write(row, { ...RIGHTS(), Origin: 'https://evil.example' })],
      ['another method', new Request(`${DESK_ORIGIN}${path}`, { method: 'PUT', headers: RIGHTS() })],
    ];
    for (const [how, request] of requests) {
      const answer = await gateway.gateway.fetch(request);
      const what = `${method} ${path} ${how} ${answer.status}`;
      assertGuarded(answer, what);
      assertKeptByNobody(answer, row, what);
      await answer.body?.cancel();
    }
  });

test('what is no address, no method, no JSON or too large, and what is broken in the gateway itself', async () => {
  const broken = await openTestGateway({
    ports: (database) => ({ database: { ...database, check: () => Promise.reject(new TypeError('broken')) } }),
  });
  const json = { 'Content-Type': 'application/json', 'Idempotency-Key': '0b0f9a4e-7a3c-4b1e-9d55-0c4f6b2f8a11' };
  const target = `${DESK_ORIGIN}/v1/procedures/civil-status/birth-registration/dossiers`;
  const answers: [TestGateway, Request, number][] = [
    [gateway, new Request(`${DESK_ORIGIN}/v1/nothing`), 404],
    [gateway, new Request(`${DESK_ORIGIN}/`), 404],
    [gateway, new Request(`${DESK_ORIGIN}/v1/health`, { method: 'DELETE' }), 405],
    [gateway, new Request(target, { method: 'POST', headers: json, body: '{' }), 400],
    [gateway, new Request(target, { method: 'POST', headers: json, body: `"${'x'.repeat(600_000)}"` }), 413],
    [
      gateway,
      new Request(target, { method: 'POST', headers: { ...json, 'Content-Type': 'text/xml' }, body: '<a/>' }),
      415,
    ],
    [broken, new Request(`${DESK_ORIGIN}/v1/health`), 500],
  ];
  try {
    for (const [{ gateway: asked }, request, status] of answers) {
      const answer = await asked.fetch(request);
      assert.equal(answer.status, status);
      assertGuarded(answer, String(status));
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    }
  } finally {
    await broken.close();
  }
});
