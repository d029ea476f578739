import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
let gateway: TestGateway;
before(async () => (gateway = await openTestGateway({ now: '2026-07-15' })));
after(() => gateway.close());

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const segment = fc.oneof(
  fc.constantFrom(
    'civil-status',
    'birth-registration',
    'dossiers',
    'completion',
    'withdrawal',
    'submission',
    'supplement',
    'results',
    'session',
    'queue',
    'receptions',
    'moves',
    'papers',
    'audit',
    '..',
    '%2e%2e',
    '%00',
    '%E0%A4%A',
    '__proto__',
    'constructor',
    "1' OR '1'='1",
    `${'0'.repeat(32)}`,
    `${'0'.repeat(64)}.1`,
    'TN-0000-0000-0000',
  ),
  fc.webSegment(),
  fc.string({ maxLength: 40 }).map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))),
);
const path = fc
  .tuple(
    fc.constantFrom(
      'health',
      'procedures',
      'plans',
      'locales',
      'catalogs',
      'agencies',
      'uploads',
      'dossiers',
      'desk',
      'keys',
      'x',
    ),
    fc.array(segment, { maxLength: 4 }),
  )
  .map(([first, rest]) => `/v1/${[first, ...rest].join('/')}`);
const headerValue = fc.oneof(
  fc.constantFrom(
    '1.0.0',
    'application/json',
    'application/offset+octet-stream',
    '-1',
    '10',
    '99999999999999999999',
    'NaN',
    '*',
    randomUUID(),
    'a'.repeat(43),
    '0'.repeat(26),
  ),
  fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Idempotency-Key',
    'Motcua-Upload-Key',
    'Motcua-Lookup-Secret',
    'Tus-Resumable',
    'Upload-Length',
    'Upload-Offset',
    'Upload-Metadata',
    'Upload-Concat',
    'Upload-Defer-Length',
    'If-None-Match',
    'X-HTTP-Method-Override',
    'X-Forwarded-For',
    'Accept-Encoding',
  ),
  headerValue,
);
const body = fc.oneof(
  fc.constant(''),
  fc.json(),
  fc.string(),
  fc.constantFrom('{"__proto__":{}}', '[['.repeat(5000), '{"a":1e400}', '\u0000', '{"data":{},"declaration":true}'),
);

test('garbage at any route, in any method, gets a problem: never a stack, never a 500', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METHODS), path, headers, body, async (method, address, sent, text) => {
      const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method);
      const request = new Request(`${BASE}${address}`, { method, headers: sent, ...(hasBody ? { body: text } : {}) });
      const answer = await gateway.fetch(request, { brokenOnPurpose: true });
      assert.ok(answer.status < 500, `${method} ${address} ${answer.status}`);
      const said = await answer.text();
      assert.doesNotMatch(said, /\n\s+at |node_modules|\.js:\d/);
      if (answer.status >= 400 && method !== 'HEAD')
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    }),
    { numRuns: 1500 },
  );
  assert.equal(await gateway.database.dossiers.count(), 0);
  assert.deepEqual(
    gateway.logs.filter(({ event }) => event === 'failure'),
    [],
  );
});

test('a database that cannot write is 503 before acceptance, and says when to come again', async () => {
  const broken = await openTestGateway({
    ports: (database) => ({
      database: {
        ...database,
        check: () =>
          Promise.reject(Object.assign(new Error('could not extend file "base/1/2": Nguyễn'), { code: '53100' })),
      },
    }),
  });
  try {
    const answer = await broken.fetch(new Request(`${BASE}/v1/health`));
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.doesNotMatch(await answer.text(), /extend|Nguyễn/);
    const failure = broken.logs.find(({ event }) => event === 'failure');
    assert.equal(failure?.code, 'storage.full');
    assert.doesNotMatch(JSON.stringify(failure), /Nguyễn/);
  } finally {
    await broken.close();
  }
});

test('a fault of our own is a 500 with a reference that is in the log, and nothing else', async () => {
  const broken = await openTestGateway({
    ports: (database) => ({
      database: { ...database, check: () => Promise.reject(new TypeError('Cannot read Nguyễn')) },
    }),
  });
  try {
    const answer = await broken.fetch(new Request(`${BASE}/v1/health`));
    const problem = (await answer.json()) as { status: number; code: string; reference: string };
    assert.equal(problem.code, 'gateway.internal');
    assert.equal(broken.logs.find(({ event }) => event === 'failure')?.reference, problem.reference);
    assert.doesNotMatch(JSON.stringify([problem, broken.logs]), /Nguyễn/);
  } finally {
    await broken.close();
  }
});
