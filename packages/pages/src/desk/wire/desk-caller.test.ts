import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDeskApi } from './desk-api.js';
import { createDeskCaller } from './desk-caller.js';
import { DeskProblem } from './desk-problem.js';

const BASE = new URL('http://127.0.0.1:4180/v1/desk/');

interface Sent {
  url: string;
  method: string;
  headers: Headers;
  body: string;
}

/** A line that answers in turn and remembers what it was asked. */
function openLine(answers: readonly (Response | Error)[]): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  const left = [...answers];
  const line: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push({ url: request.url, method: request.method, headers: request.headers, body: await request.text() });
    const next = left.shift() ?? new Response(null, { status: 204 });
    if (next instanceof Error) throw next;
    return next;
  };
  return { sent, fetch: line };
}

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, status, title: 'x', type: 'x', reference: 'r1' }), { status, headers });

describe('a request of the desk', () => {
  test('carries the header that no foreign page can send, and the version it was decided on', async () => {
    const { sent, fetch } = openLine([new Response('{}')]);
    const api = createDeskApi({ base: BASE, fetch, renew: () => Promise.resolve(false) });
    await api.move({ code: 'TN-1', version: 3, move: { move: 'process' }, uploadKey: 'key' });
    const [request] = sent;
    assert.equal(request?.url, `${BASE.href}dossiers/TN-1/moves`);
    assert.deepEqual(
      ['motcua-desk', 'if-match', 'motcua-upload-key', 'content-type'].map((name) => request?.headers.get(name)),
      ['1', '"3"', 'key', 'application/json'],
    );
    assert.equal(request?.body, '{"move":"process"}');
  });

  test('puts no name into its address', async () => {
    const { sent, fetch } = openLine([new Response('{}')]);
    await createDeskApi({ base: BASE, fetch, renew: () => Promise.resolve(false) }).queue({ name: 'Đỗ Thị' });
    assert.equal(sent[0]?.url, `${BASE.href}queue`);
    assert.equal(sent[0]?.body, '{"name":"Đỗ Thị"}');
  });

  test('is sent once more after the officer has signed in again, and only once', async () => {
    const { sent, fetch } = openLine([problem(401, 'officer.signed-out'), problem(401, 'officer.signed-out')]);
    let asked = 0;
    const renew = (): Promise<boolean> => {
      asked += 1;
      return Promise.resolve(true);
    };
    const { ask } = createDeskCaller({ base: BASE, fetch, renew });
    await assert.rejects(
      ask('queue', { body: {} }),
      (error) => error instanceof DeskProblem && error.code === 'officer.signed-out',
    );
    assert.deepEqual([asked, sent.length], [1, 2]);
  });

  test('is not sent again when signing in was given up, nor when it was about the session itself', async () => {
    const refused = openLine([problem(401, 'officer.signed-out')]);
    await assert.rejects(
      createDeskCaller({ base: BASE, fetch: refused.fetch, renew: () => Promise.resolve(false) }).ask('queue'),
    );
    assert.equal(refused.sent.length, 1);
    const signIn = openLine([problem(401, 'officer.credentials-refused')]);
    const never = (): Promise<boolean> => assert.fail('asked to sign in while signing in');
    await assert.rejects(
      createDeskCaller({ base: BASE, fetch: signIn.fetch, renew: never }).ask('session', { isSession: true }),
    );
  });

  test('fails with code, wait and reference of the problem, or as a broken line', async () => {
    const { fetch } = openLine([
      problem(429, 'officer.throttled', { 'Retry-After': '90' }),
      new TypeError('no line'),
      new Response('<html>', { status: 502 }),
    ]);
    const { ask } = createDeskCaller({ base: BASE, fetch, renew: () => Promise.resolve(false) });
    const failure = async (): Promise<unknown[]> => {
      const error = await ask('queue').then(
        () => assert.fail(),
        (thrown: unknown) => thrown,
      );
      return error instanceof DeskProblem ? [error.code, error.status, error.retryAfter, error.reference] : [];
    };
    assert.deepEqual(await failure(), ['officer.throttled', 429, 90, 'r1']);
    assert.deepEqual(await failure(), ['desk.offline', 0, undefined, undefined]);
    assert.deepEqual(await failure(), ['desk.failed', 502, undefined, undefined]);
  });

  test('tells the present by the clock of the gateway', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const { fetch } = openLine([new Response('{}', { headers: { Date: date } })]);
    const { ask, now } = createDeskCaller({ base: BASE, fetch, renew: () => Promise.resolve(false) });
    await ask('queue');
    assert.ok(Math.abs(now().getTime() - Date.parse(date)) < 5_000);
  });
});
