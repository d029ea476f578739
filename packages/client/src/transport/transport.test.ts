import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { ClientOptions, RetryNotice } from '../client.js';
import { isClientError, isConnectionError, isProblemError, type ClientError } from '../errors/client-error.js';
import { createFaultTransport, type Fault } from '../testing/fault-transport.js';
import { createGatewayClock } from './gateway-clock.js';
import { readRetryAfter, recognizeMembers } from './read-answer.js';
import { createTransport } from './transport.js';

const recognize = recognizeMembers<{ status: string }>({ status: 'string' });
const QUICK = { attempts: 4, baseDelayMs: 1, maxDelayMs: 2, maxRetryAfterMs: 2_000 };

function answerWell(): Promise<Response> {
  return Promise.resolve(Response.json({ status: 'ok' }, { headers: { Date: 'Fri, 27 Feb 2026 00:00:00 GMT' } }));
}

function connect(options: Partial<ClientOptions> = {}, ...faults: Fault[]) {
  const line = createFaultTransport(options.fetch ?? answerWell);
  faults.forEach(line.inject);
  const clock = createGatewayClock();
  const transport = createTransport(
    { gateway: 'https://gateway.test/base', retry: QUICK, ...options, fetch: line.fetch },
    clock,
  );
  return { transport, line, clock };
}

async function fail(run: Promise<unknown>): Promise<ClientError> {
  const error: unknown = await run.then(
    () => assert.fail('it was expected to fail'),
    (reason: unknown) => reason,
  );
  assert.ok(isClientError(error), String(error));
  return error;
}

for (const fault of [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'html' },
  { kind: 'status', status: 408 },
  { kind: 'status', status: 429, retryAfter: 0 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503, retryAfter: 1 },
  { kind: 'status', status: 504 },
] satisfies Fault[]) {
  test(`a read survives ${JSON.stringify(fault)}`, async () => {
    const { transport, line } = connect({}, { ...fault, times: 1 });
    assert.deepEqual(await transport.request({ path: 'v1/health', recognize }), { status: 'ok' });
    assert.equal(line.log.length, 2);
  });
}

test('Retry-After is waited out, and said before', async () => {
  const notices: RetryNotice[] = [];
  const { transport } = connect({}, { kind: 'status', status: 503, retryAfter: 1 });
  await transport.request({ path: 'v1/health', recognize, onRetry: (notice) => notices.push(notice) });
  assert.deepEqual(notices, [{ attempt: 1, delayMs: 1_000, reason: 'http.503' }]);
});

test('a Retry-After past the limit ends the retrying', async () => {
  const { transport, line } = connect({}, { kind: 'status', status: 503, retryAfter: 3_600 });
  const error = await fail(transport.request({ path: 'v1/health', recognize }));
  assert.ok(isProblemError(error) && error.retryAfter === 3_600);
  assert.equal(line.log.length, 1);
});

test('the attempts are counted, and the last failure is told', async () => {
  const { transport, line } = connect({}, { kind: 'drop-before', times: 9 });
  assert.equal((await fail(transport.request({ path: 'v1/health', recognize }))).code, 'transport.offline');
  assert.equal(line.log.length, 4);
});

test('a write without a key is sent once only', async () => {
  const { transport, line } = connect({}, { kind: 'drop-after' });
  assert.equal(
    (await fail(transport.request({ method: 'POST', path: 'v1/x', body: {}, recognize }))).code,
    'transport.offline',
  );
  assert.equal(line.log.length, 1);
});

test('a refusal is not repeated and keeps its issues and reference', async () => {
  const issue = {
    code: 'keyword.required',
    severity: 'error',
    source: 'schema',
    pointer: '/child/name',
    params: {},
  } as const;
  const { transport, line } = connect({
    fetch: () =>
      Promise.resolve(
        Response.json(
          { type: 'urn:x', title: 'x', status: 422, code: 'submission.invalid', reference: 'r-1', issues: [issue] },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
  });
  const error = await fail(transport.request({ method: 'POST', path: 'v1/x', body: {}, recognize, repeatable: true }));
  assert.ok(isProblemError(error, 'submission.invalid'));
  assert.deepEqual([error.issues, error.reference, line.log.length], [[issue], 'r-1', 1]);
});

test('a request still running under the same key is polled for longer than the attempts', async () => {
  let answers = 0;
  const { transport } = connect({
    fetch: () =>
      ++answers <= 8
        ? Promise.resolve(
            Response.json({ type: 'urn:x', title: 'x', status: 409, code: 'idempotency.in-flight' }, { status: 409 }),
          )
        : answerWell(),
  });
  await transport.request({ method: 'POST', path: 'v1/x', body: {}, recognize, repeatable: true });
  assert.equal(answers, 9);
});

test('no answer within the limit is a time-out, and the next attempt goes on', async () => {
  const { transport, line } = connect({ timeoutMs: 20 }, { kind: 'hang' });
  await transport.request({ path: 'v1/health', recognize });
  assert.equal(line.log.length, 2);
  const stuck = connect({ timeoutMs: 5 }, { kind: 'hang', times: 9 });
  assert.equal((await fail(stuck.transport.request({ path: 'v1/health', recognize }))).code, 'transport.timeout');
});

test('a body that never ends is a time-out too', async () => {
  const { transport } = connect({
    timeoutMs: 20,
    retry: { attempts: 1 },
    fetch: (_input, init) => {
      const request = new Request(_input, init);
      const body = new ReadableStream({
        start: (stream) => request.signal.addEventListener('abort', () => stream.error(new Error('cut'))),
      });
      return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    },
  });
  assert.equal((await fail(transport.request({ path: 'v1/health', recognize }))).code, 'transport.timeout');
});

test('the caller ends an attempt and a wait', async () => {
  const during = new AbortController();
  const hanging = connect({}, { kind: 'hang' });
  const first = fail(hanging.transport.request({ path: 'v1/health', recognize, signal: during.signal }));
  while (hanging.line.log.length === 0) await setImmediate();
  during.abort();
  assert.equal((await first).code, 'transport.aborted');

  const waiting = connect({ retry: { baseDelayMs: 60_000, maxDelayMs: 60_000 } }, { kind: 'drop-before' });
  const between = new AbortController();
  const second = fail(
    waiting.transport.request({ path: 'v1/health', recognize, signal: between.signal, onRetry: () => between.abort() }),
  );
  assert.equal((await second).code, 'transport.aborted');

  assert.equal(
    (await fail(hanging.transport.request({ path: 'v1/health', recognize, signal: AbortSignal.abort() }))).code,
    'transport.aborted',
  );
  assert.equal(hanging.line.log.length, 1);
});

for (const [name, response] of [
  ['HTML with status 200', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
  ['JSON of another shape', () => Response.json({ portal: 'login' })],
  ['JSON labelled as text', () => new Response('{"status":"ok"}', { headers: { 'Content-Type': 'text/plain' } })],
  ['broken JSON', () => new Response('{"status":', { headers: { 'Content-Type': 'application/json' } })],
  ['an error page', () => new Response('<h1>403</h1>', { status: 403, headers: { 'Content-Type': 'text/html' } })],
] satisfies [string, () => Response][]) {
  test(`${name} is not the gateway`, async () => {
    const { transport } = connect({ retry: { attempts: 1 }, fetch: () => Promise.resolve(response()) });
    const error = await fail(transport.request({ path: 'v1/health', recognize }));
    assert.equal(error.code, 'transport.not-the-gateway');
    assert.ok(isConnectionError(error));
  });
}

test('a sub-path is kept, credentials and redirects are refused, the token rides in a header', async () => {
  let init: RequestInit | undefined;
  const transport = createTransport(
    {
      gateway: 'https://gateway.test/base',
      token: () => Promise.resolve('t0ken'),
      fetch: (_url, given) => {
        init = given;
        return answerWell();
      },
    },
    createGatewayClock(),
  );
  assert.equal(transport.resolve('/v1/plans/a.1').href, 'https://gateway.test/base/v1/plans/a.1');
  await transport.request({ path: 'v1/health', recognize });
  assert.deepEqual([init?.credentials, init?.redirect, init?.referrerPolicy], ['omit', 'error', 'no-referrer']);
  assert.equal(new Headers(init?.headers).get('Authorization'), 'Bearer t0ken');
});

test('an address that leads elsewhere is refused', () => {
  const { transport } = connect();
  assert.throws(() => transport.resolve('https://evil.test/plan'), { code: 'transport.not-the-gateway' });
  assert.throws(() => transport.resolve('//evil.test/plan'), { code: 'transport.not-the-gateway' });
});

test('the clock follows fresh answers only', async () => {
  const { transport, clock } = connect();
  await transport.request({ path: 'v1/plans/a.1', recognize, cache: 'force-cache' });
  const before = Math.abs(clock.now().getTime() - Date.now());
  await transport.request({ path: 'v1/health', recognize });
  const after = Math.abs(clock.now().getTime() - Date.parse('2026-02-27T00:00:00Z'));
  assert.ok(before < 1_000 && after < 60_000);
});

test('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  assert.equal(readRetryAfter('120', now), 120);
  assert.equal(readRetryAfter('Thu, 01 Jan 2026 00:00:30 GMT', now), 30);
  assert.equal(readRetryAfter('Wed, 31 Dec 2025 00:00:30 GMT', now), 0);
  assert.equal(readRetryAfter('later', now), undefined);
  assert.equal(readRetryAfter(null, now), undefined);
});
