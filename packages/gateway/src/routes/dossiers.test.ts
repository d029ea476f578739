import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Confirmation, Dossier, DossierCompletion, Problem } from '@motcua/schemas';
import { createProvisionalCode } from '../domain/codes.js';
import { listExamples, prepareSubmission, type Example, type PreparedSubmission } from '../testing/sample-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const SLUG = 'civil-status/birth-registration';
const WRONG = '0'.repeat(26);
let gateway: TestGateway;
let example: Example;
before(async () => {
  gateway = await openTestGateway({ trustedProxies: ['10.0.0.1'] });
  example = (await listExamples(SLUG, 'valid'))[0] as Example;
});
after(() => gateway.close());

interface Sent extends PreparedSubmission {
  code: string;
}

async function send(): Promise<Sent> {
  gateway.clock.set(example.today);
  const prepared = await prepareSubmission(gateway.fetch, SLUG, example.data);
  const answer = await gateway.fetch(prepared.createRequest());
  assert.equal(answer.status, 201);
  return { ...prepared, code: ((await answer.json()) as Confirmation).provisionalCode };
}

function lookUp(code: string, secret?: string, headers: Record<string, string> = {}): Request {
  return new Request(`${BASE}/v1/dossiers/${encodeURIComponent(code)}`, {
    headers: { ...headers, ...(secret === undefined ? {} : { 'Motcua-Lookup-Secret': secret }) },
  });
}

function withdraw({ code, lookupSecret }: Sent, key = randomUUID(), secret = lookupSecret): Request {
  return new Request(`${BASE}/v1/dossiers/${code}/withdrawal`, {
    method: 'POST',
    headers: { 'Motcua-Lookup-Secret': secret, 'Idempotency-Key': key },
  });
}

/** Each wrong guess from an address of its own, so that no test slows another. */
let guesses = 0;
function freshAddress(): { remoteAddress: string } {
  guesses += 1;
  return { remoteAddress: `198.51.${Math.floor(guesses / 250)}.${guesses % 250}` };
}

test('by code alone anyone learns existence and completion, and nothing else', async () => {
  const { code } = await send();
  const answer = await gateway.fetch(lookUp(code));
  assert.deepEqual(await answer.json(), {
    code,
    completion: { stage: 'sent', done: 1, total: 5 },
  } satisfies DossierCompletion);
});

test('a code is found however it is typed', async () => {
  const { code } = await send();
  const answer = await gateway.fetch(lookUp(code.toLowerCase().replaceAll('-', ' ')));
  assert.equal(((await answer.json()) as DossierCompletion).code, code);
});

test('with the secret the holder sees the whole dossier, and no cache keeps it', async () => {
  const sent = await send();
  const answer = await gateway.fetch(lookUp(sent.code, sent.lookupSecret.toLowerCase().replace(/(.{4})/g, '$1-')));
  const dossier = (await answer.json()) as Dossier;
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.deepEqual({ ...dossier.data, child: undefined }, { ...sent.submission.data, child: undefined });
  assert.deepEqual(dossier.state, { name: 'submitted' });
  assert.equal(dossier.canWithdraw, true);
  assert.deepEqual(
    dossier.history.map(({ sequence, state, actor }) => [sequence, state.name, actor]),
    [[1, 'submitted', 'applicant']],
  );
  assert.equal(dossier.confirmation.provisionalCode, sent.code);
});

test('unknown code, wrong secret and malformed secret answer the same, byte for byte', async () => {
  const { code } = await send();
  const answers = await Promise.all(
    [
      lookUp(code, WRONG),
      lookUp(createProvisionalCode(), WRONG),
      lookUp(code, 'short'),
      lookUp('no code at all', WRONG),
    ].map(async (request) => {
      const answer = await gateway.fetch(request, freshAddress());
      return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
    }),
  );
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0] as string, /404.*dossier\.not-found/);
});

test('guessing is slowed for the code, known or not, and the owner is answered all the while', async () => {
  const sent = await send();
  for (const code of [sent.code, createProvisionalCode()]) {
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1)
      statuses.push((await gateway.fetch(lookUp(code, WRONG), freshAddress())).status);
    assert.deepEqual(statuses, [...Array<number>(10).fill(404), 429, 429], code === sent.code ? 'known' : 'unknown');
  }
  const slowed = await gateway.fetch(lookUp(sent.code, WRONG), freshAddress());
  assert.ok(Number(slowed.headers.get('retry-after')) > 0);
  assert.equal((await gateway.fetch(lookUp(sent.code, sent.lookupSecret), freshAddress())).status, 200);
});

test('guessing is slowed for the address, also behind a trusted proxy, and others are not slowed', async () => {
  const sent = await send();
  const through = (client: string): [Request, { remoteAddress: string }] => [
    lookUp(createProvisionalCode(), WRONG, { 'X-Forwarded-For': client }),
    { remoteAddress: '10.0.0.1' },
  ];
  const statuses: number[] = [];
  for (let guess = 0; guess < 51; guess += 1) statuses.push((await gateway.fetch(...through('203.0.113.5'))).status);
  assert.equal(statuses.indexOf(429), 50);
  assert.equal((await gateway.fetch(...through('203.0.113.6'))).status, 404);
  assert.equal(
    (
      await gateway.fetch(lookUp(sent.code, sent.lookupSecret, { 'X-Forwarded-For': '203.0.113.5' }), {
        remoteAddress: '10.0.0.1',
      })
    ).status,
    200,
  );
});

test('a dossier is withdrawn before reception: once, also when it is asked twice', async () => {
  const sent = await send();
  const key = randomUUID();
  const first = await gateway.fetch(withdraw(sent, key));
  const again = await gateway.fetch(withdraw(sent, key));
  assert.equal(first.status, 200);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  const dossier = (await again.json()) as Dossier;
  assert.deepEqual(dossier, await first.json());
  assert.deepEqual(
    dossier.history.map(({ state }) => state.name),
    ['submitted', 'withdrawalRequested'],
  );
  assert.equal(dossier.canWithdraw, false);
  assert.deepEqual(dossier.expectedStates, []);
  const completion = (await (await gateway.fetch(lookUp(sent.code))).json()) as DossierCompletion;
  assert.equal(completion.completion.stage, 'ended');
});

test('20 withdrawals at once are one event', async () => {
  const sent = await send();
  const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.fetch(withdraw(sent))));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const dossier = (await (await gateway.fetch(lookUp(sent.code, sent.lookupSecret))).json()) as Dossier;
  assert.equal(dossier.history.length, 2);
});

test('after reception withdrawal is refused by name, and history stays as it was', async () => {
  const sent = await send();
  const lock = await gateway.database.dossiers.findLock(sent.code);
  await gateway.database.dossiers.append(lock?.id ?? '', {
    sequence: 2,
    state: 'received',
    at: gateway.clock.now(),
    actor: 'desk',
  });
  const answer = await gateway.fetch(withdraw(sent));
  assert.equal(answer.status, 409);
  assert.equal(((await answer.json()) as Problem).code, 'dossier.transition-refused');
  assert.equal((await gateway.database.dossiers.read(lock?.id ?? '')).history.length, 2);
});

test('a wrong secret withdraws nothing', async () => {
  const sent = await send();
  const answer = await gateway.fetch(withdraw(sent, randomUUID(), WRONG), freshAddress());
  assert.equal(((await answer.json()) as Problem).code, 'dossier.not-found');
  assert.equal((await gateway.fetch(lookUp(sent.code))).status, 200);
  const lock = await gateway.database.dossiers.findLock(sent.code);
  assert.equal(lock?.state, 'submitted');
});

test('order is by sequence when the clock jumps back', async () => {
  const sent = await send();
  gateway.clock.advance(-7200);
  const dossier = (await (await gateway.fetch(withdraw(sent))).json()) as Dossier;
  assert.deepEqual(
    dossier.history.map(({ sequence }) => sequence),
    [1, 2],
  );
  assert.ok((dossier.history[1]?.at ?? '') < (dossier.history[0]?.at ?? ''));
  assert.equal(dossier.state.name, 'withdrawalRequested');
});
