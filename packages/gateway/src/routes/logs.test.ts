import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDeskClient, writeDeskRequest } from '../testing/desk-client.js';
import { sendSample } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
/** Fifty values of a person, and what could betray one. */
const SEEDS: readonly string[] = [
  ...Array.from({ length: 20 }, (_, index) => `Nguyễn Thị Hạt Giống ${index}`),
  ...Array.from({ length: 15 }, (_, index) => `00119900${String(1000 + index)}`),
  ...Array.from({ length: 10 }, (_, index) => `+849012345${String(10 + index)}`),
  'hat.giong@example.vn',
  'SEEDSECRETSEEDSECRETSEEDSE',
  'seed-upload-key-seed-upload-key-seed',
  'Số 7 ngõ Hạt Giống',
  'gieo-hat.pdf',
];

let isBroken = false;
let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway({
    now: '2026-11-20',
    operation: { mailbox: true, metrics: { token: 'a-token-of-forty-symbols-that-nobody-can-guess' } },
    ports: (database) => ({
      database: {
        ...database,
        dossiers: {
          ...database.dossiers,
          // Databases quote what they were given in their messages.
          findLock: (code) =>
            isBroken ? Promise.reject(new Error(`${code} ${SEEDS.join(' ')}`)) : database.dossiers.findLock(code),
        },
      },
    }),
  });
});
after(() => gateway.close());

function fill(path: string, index: number): string {
  return path.replace(/:\w+/g, () => encodeURIComponent(SEEDS[index % SEEDS.length] ?? ''));
}

function writeHeaders(index: number, method: string): Record<string, string> {
  const [seed = '', next = ''] = [SEEDS[index % SEEDS.length], SEEDS[(index + 7) % SEEDS.length]].map((text) =>
    encodeURIComponent(text ?? ''),
  );
  return {
    'Motcua-Lookup-Secret': 'SEEDSECRETSEEDSECRETSEEDSE',
    'Motcua-Upload-Key': 'seed-upload-key-seed-upload-key-seed',
    'Idempotency-Key': seed,
    'If-Match': seed,
    'If-None-Match': next,
    'Upload-Metadata': `filename ${Buffer.from('gieo-hat.pdf').toString('base64')}`,
    'User-Agent': seed,
    Referer: `http://localhost:4170/?name=${next}`,
    Authorization: `Bearer ${seed}`,
    Cookie: `motcua-desk=${seed}`,
    'Motcua-Desk': '1',
    ...(method === 'GET' || method === 'HEAD'
      ? {}
      : { 'Content-Type': index % 3 === 0 ? 'text/plain' : 'application/json' }),
  };
}

/** What a request carries: seeds in path, query, headers and body, whole, broken and half. */
function writeRequest(path: string, method: string, index: number): Request {
  const body = JSON.stringify({ data: SEEDS, name: SEEDS[index % SEEDS.length], login: SEEDS[1], password: SEEDS[2] });
  return new Request(`${BASE}${fill(path, index)}?q=${encodeURIComponent(SEEDS[index % SEEDS.length] ?? '')}`, {
    method,
    headers: writeHeaders(index, method),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: index % 2 === 0 ? body : body.slice(0, -9) }),
  });
}

test('whatever comes by whichever route, no log record and no metric holds a value of a person', async () => {
  let asked = 0;
  for (const broken of [false, true]) {
    isBroken = broken;
    for (const { path } of gateway.gateway.routes)
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'HEAD', 'NGUYENTHIHOA']) {
        // The requests break the contract on purpose, and pages are no part of it: the handler is asked itself.
        const answer = await gateway.gateway.fetch(writeRequest(path, method, asked), {
          remoteAddress: '203.0.113.77',
        });
        await answer.body?.cancel();
        asked += 1;
      }
  }
  isBroken = false;
  assert.ok(asked > 200);
  assert.ok(gateway.logs.some(({ event }) => event === 'failure'));
  expectClean();
});

test('a whole dossier, its moves, its search and its messages leave no value of a person behind', async () => {
  const sent = await sendSample(gateway, 'valid-mother-on-time.json');
  const desk = await openDeskClient(gateway);
  await desk.move(sent.code, { move: 'requestSupplement', items: [{ pointer: '/note', reason: 'Hạt Giống' }] });
  await desk.send('queue', { method: 'POST', body: { name: 'Hạt Giống' } });
  await gateway.fetch(
    writeDeskRequest('session', {
      method: 'POST',
      body: { login: 'hat.giong@example.vn', password: 'SEEDSECRETSEEDSE' },
    }),
  );
  await gateway.gateway.operation.deliverMessages();
  await gateway.gateway.operation.runWatchdog();
  const answers =
    JSON.stringify(sent.submission.data)
      .match(/"[^"]{8,}"/g)
      ?.map((text) => text.slice(1, -1)) ?? [];
  const personal = answers.filter((text) => /\s|^[+\d]{9,}$/.test(text));
  assert.ok(personal.length > 5);
  expectClean([
    ...personal,
    sent.code,
    sent.lookupSecret,
    sent.uploadKey,
    desk.cookie,
    desk.account.login,
    desk.account.name,
  ]);
});

function expectClean(more: readonly string[] = []): void {
  const written = gateway.logs.map((record) => JSON.stringify(record)).join('\n');
  assert.ok(gateway.logs.length > 5);
  const folded = written.normalize('NFC').toLowerCase();
  for (const seed of [...SEEDS, 'NGUYENTHIHOA', '203.0.113.77', ...more])
    for (const form of [seed, encodeURIComponent(seed), Buffer.from(seed).toString('base64')])
      assert.equal(folded.includes(form.toLowerCase()), false, form);
}
