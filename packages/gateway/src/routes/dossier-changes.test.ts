import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Dossier, DossierCompletion, Problem } from '@motcua/schemas';
import { createProvisionalCode } from '../domain/codes.js';
import { DEFAULT_WATCH_LIMITS } from '../domain/changes/watch-seats.js';
import { readLines } from '../testing/line-reader.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const WRONG = '0'.repeat(26);
const WATCHES = { ...DEFAULT_WATCH_LIMITS, pollInterval: 5, heartbeat: 20, perHolder: 2, perAddress: 2 };
let gateway: TestGateway;
before(async () => (gateway = await openTestGateway({ now: '2026-11-20', limits: { watches: WATCHES } })));
after(() => gateway.close());

function watch(code: string, secret?: string, signal?: AbortSignal, method = 'GET'): Request {
  return new Request(`${BASE}/v1/dossiers/${code}/changes`, {
    method,
    headers: secret === undefined ? {} : { 'Motcua-Lookup-Secret': secret },
    ...(signal ? { signal } : {}),
  });
}

async function lookUp({ code, lookupSecret }: SentDossier, withSecret = true): Promise<string> {
  const headers = withSecret ? { 'Motcua-Lookup-Secret': lookupSecret } : {};
  return (await gateway.fetch(new Request(`${BASE}/v1/dossiers/${code}`, { headers }))).text();
}

/** One step, as any process on this database may take it. */
async function step(code: string, sequence: number, state: string): Promise<void> {
  const id = (await gateway.database.dossiers.findLock(code))?.id ?? '';
  const event = { sequence, state, at: gateway.clock.now(), actor: 'desk' } as const;
  assert.equal(await gateway.database.dossiers.append(id, event), true);
}

/** Watches, lets the test work, and leaves. */
async function following(
  request: (signal: AbortSignal) => Request,
  work: (lines: ReturnType<typeof readLines>, leave: () => void) => Promise<void>,
): Promise<void> {
  const leave = new AbortController();
  const answer = await gateway.fetch(request(leave.signal));
  assert.equal(answer.status, 200);
  try {
    await work(readLines(answer), () => leave.abort());
  } finally {
    leave.abort();
  }
}

test('the holder gets the dossier at once and again after each step, as the look-up would say it', async () => {
  const sent = await sendSample(gateway);
  await following(
    (signal) => watch(sent.code, sent.lookupSecret, signal),
    async (lines) => {
      assert.equal(await lines.next(), await lookUp(sent));
      for (const [sequence, state] of [
        [2, 'received'],
        [3, 'processing'],
        [4, 'completed'],
      ] as const) {
        await step(sent.code, sequence, state);
        const line = await lines.next();
        assert.equal((JSON.parse(line ?? '') as Dossier).state.name, state);
        assert.equal(line, await lookUp(sent));
      }
    },
  );
});

test('by code alone there is a line when the completion changes, and none for a step that leaves it', async () => {
  const sent = await sendSample(gateway);
  await following(
    (signal) => watch(sent.code, undefined, signal),
    async (lines) => {
      assert.equal(await lines.next(), await lookUp(sent, false));
      await step(sent.code, 2, 'submitted');
      assert.equal(await lines.nextRaw(), '', 'a sign of life and nothing else');
      await step(sent.code, 3, 'refused');
      const line = JSON.parse((await lines.next()) ?? '') as DossierCompletion;
      assert.deepEqual(Object.keys(line), ['code', 'completion']);
      assert.equal(line.completion.stage, 'ended');
    },
  );
});

test('a step that another gateway on the same database takes is told too', async () => {
  const sent = await sendSample(gateway);
  const other = await openTestGateway({ now: '2026-11-20', ports: () => ({ database: gateway.database }) });
  await following(
    (signal) => watch(sent.code, sent.lookupSecret, signal),
    async (lines) => {
      await lines.next();
      const headers = { 'Motcua-Lookup-Secret': sent.lookupSecret, 'Idempotency-Key': randomUUID() };
      const request = new Request(`${BASE}/v1/dossiers/${sent.code}/withdrawal`, { method: 'POST', headers });
      assert.equal((await other.fetch(request)).status, 200);
      assert.equal((JSON.parse((await lines.next()) ?? '') as Dossier).state.name, 'withdrawalRequested');
    },
  );
});

test('refusals are those of the look-up, byte for byte', async () => {
  const { code } = await sendSample(gateway);
  const describe = async (answer: Response): Promise<string> =>
    JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
  const guesses: [string, string?][] = [
    [code, WRONG],
    [createProvisionalCode(), WRONG],
    [code, 'short'],
    [createProvisionalCode()],
  ];
  for (const [index, [guess, secret]] of guesses.entries()) {
    const origin = { remoteAddress: `198.51.100.${index + 1}` };
    const headers = secret === undefined ? {} : { 'Motcua-Lookup-Secret': secret };
    const plain = await gateway.fetch(new Request(`${BASE}/v1/dossiers/${guess}`, { headers }), origin);
    assert.equal(await describe(await gateway.fetch(watch(guess, secret), origin)), await describe(plain));
    assert.equal(plain.status, 404);
  }
});

test('wrong secrets are slowed as at the look-up', async () => {
  const { code } = await sendSample(gateway);
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1)
    statuses.push((await gateway.fetch(watch(code, WRONG), { remoteAddress: `203.0.113.${guess}` })).status);
  assert.deepEqual(statuses, [...Array<number>(10).fill(404), 429, 429]);
});

test('a holder has a bounded number of streams, and whoever leaves makes room', async () => {
  const sent = await sendSample(gateway);
  const leave = [new AbortController(), new AbortController()];
  const open = await Promise.all(leave.map(({ signal }) => gateway.fetch(watch(sent.code, sent.lookupSecret, signal))));
  const refused = await gateway.fetch(watch(sent.code, sent.lookupSecret));
  assert.equal(((await refused.json()) as Problem).code, 'dossier.watch-limit');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  leave[0]?.abort();
  const [first] = open;
  assert.ok(first);
  const lines = readLines(first);
  while ((await lines.next()) !== undefined);
  await following(
    (signal) => watch(sent.code, sent.lookupSecret, signal),
    async (freed) => assert.ok(await freed.next()),
  );
  leave[1]?.abort();
});

test('who knows the code only cannot take the place of the holder', async () => {
  const sent = await sendSample(gateway);
  const leave = new AbortController();
  const origin = { remoteAddress: '192.0.2.77' };
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1)
    statuses.push((await gateway.fetch(watch(sent.code, undefined, leave.signal), origin)).status);
  assert.deepEqual(statuses, [200, 200, 429]);
  const holder = await gateway.fetch(watch(sent.code, sent.lookupSecret, leave.signal), origin);
  assert.equal(holder.status, 200);
  leave.abort();
});

test('HEAD says what GET would and opens nothing', async () => {
  const sent = await sendSample(gateway);
  for (let count = 0; count < WATCHES.perHolder + 1; count += 1) {
    const answer = await gateway.fetch(watch(sent.code, sent.lookupSecret, undefined, 'HEAD'));
    assert.deepEqual([answer.status, answer.body], [200, null]);
  }
});

test('a stopping gateway ends its streams and opens none', async (context) => {
  const stopping = await openTestGateway({ now: '2026-11-20' });
  context.after(() => stopping.close());
  const { code } = await sendSample(stopping);
  const lines = readLines(await stopping.fetch(watch(code)));
  await lines.next();
  stopping.gateway.endWatches();
  assert.equal(await lines.next(), undefined);
  assert.equal((await stopping.fetch(watch(code))).status, 503);
});

test('when the database does not answer, streams end with an alarm in place of staying silent', async (context) => {
  const broken = await openTestGateway({
    now: '2026-11-20',
    limits: { watches: WATCHES },
    ports: (database) => ({
      database: {
        ...database,
        dossiers: { ...database.dossiers, readVersions: () => Promise.reject(new Error('down')) },
      },
    }),
  });
  context.after(() => broken.close());
  const { code } = await sendSample(broken);
  const lines = readLines(await broken.fetch(watch(code)));
  assert.ok(await lines.next());
  assert.equal(await lines.next(), undefined);
  assert.equal(broken.logs.filter(({ event }) => event === 'changes-unreadable').length, 1);
});
