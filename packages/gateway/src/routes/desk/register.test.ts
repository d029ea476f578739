import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem, Register } from '@motcua/schemas';
import { readRegister } from '../../domain/letters/read-register.js';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { uploadPaper } from '../../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';

let gateway: TestGateway;
let desk: DeskClient;
const received: SentDossier[] = [];
before(async () => {
  gateway = await openTestGateway({ desk: { session: { idleSeconds: 1e8, totalSeconds: 1e8 } } });
  gateway.clock.set('2026-11-18T23:59:59+07:00');
  desk = await openDeskClient(gateway);
  for (const time of ['2026-11-18T23:59:59+07:00', '2026-11-19T00:00:00+07:00', '2026-11-20T14:00:00+07:00']) {
    gateway.clock.set(time);
    received.push(await receive(desk));
  }
  await sendSample(gateway);
  await receive(await openDeskClient(gateway, { agencyCode: '09556' }), '09556');
});
after(() => gateway.close());

async function receive(client: DeskClient, agency = '00004'): Promise<SentDossier> {
  const sent = await sendSample(gateway, undefined, agency);
  assert.equal((await client.move(sent.code, { move: 'receive' })).status, 200);
  return sent;
}

async function read(body: object, status = 200): Promise<Register & Problem> {
  const answer = await desk.send('register', { method: 'POST', body });
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as Register & Problem;
}

test('the register lists what the own agency received on those days in Viet Nam, in order', async () => {
  const { form, agency, rows, next, ...days } = await read({ from: '2026-11-19', to: '2026-11-20' });
  assert.deepEqual(
    [form, agency.code, days.from, days.to, next],
    ['06', '00004', '2026-11-19', '2026-11-20', undefined],
  );
  const codes = await Promise.all(received.slice(1).map(async ({ code }) => (await desk.read(code)).dossier.code));
  assert.deepEqual(
    rows.map(({ number, code }) => [number, code]),
    codes.map((code, index) => [index + 1, code]),
  );
  assert.equal(rows[1]?.receivedAt, '2026-11-20T07:00:00.000Z');
  const { applicant } = await gateway.database.dossiers.read(
    (await gateway.database.dossiers.findLock(received[2]?.code ?? ''))?.id ?? '',
  );
  assert.notEqual(applicant, '');
  assert.equal(rows[1]?.applicant, applicant);
  assert.equal(rows[1]?.dueAt, '2026-11-20T10:00:00.000Z');
});

test('a row says when the result was ready and when it was handed over', async () => {
  const code = received[0]?.code ?? '';
  const uploadKey = 'g'.repeat(43);
  const file = await uploadPaper(gateway.fetch, uploadKey);
  gateway.clock.set('2026-11-21T09:00:00+07:00');
  assert.equal((await desk.move(code, { move: 'complete', results: [file] }, { uploadKey })).status, 200);
  gateway.clock.set('2026-11-21T10:00:00+07:00');
  assert.equal((await desk.move(code, { move: 'return' })).status, 200);
  const { rows } = await read({ from: '2026-11-18', to: '2026-11-18' });
  assert.deepEqual(
    rows.map(({ completedAt, returnedAt, state }) => [completedAt, returnedAt, state.name]),
    [['2026-11-21T02:00:00.000Z', '2026-11-21T03:00:00.000Z', 'returned']],
  );
});

test('pages follow each other without gap or double, and numbers go on', async () => {
  const { agency } = await read({ from: '2026-11-18', to: '2026-11-20' });
  const range = { from: '2026-11-18', to: '2026-11-20' };
  const page = (after?: number): Promise<Register> => {
    const request = after === undefined ? range : { ...range, after };
    return readRegister(request, agency, gateway.database.register, gateway.clock.now(), 2);
  };
  const first = await page();
  const second = await page(first.next);
  assert.deepEqual([first.next, second.next], [2, undefined]);
  assert.deepEqual([...first.rows, ...second.rows], (await read(range)).rows);
  assert.deepEqual(
    [...first.rows, ...second.rows].map(({ number }) => number),
    [1, 2, 3],
  );
});

test('days that are no range, or too many, are refused', async () => {
  assert.equal((await read({ from: '2026-11-20', to: '2026-11-19' }, 422)).code, 'register.range-refused');
  assert.equal((await read({ from: '2026-01-01', to: '2027-01-02' }, 422)).code, 'register.range-refused');
  assert.deepEqual((await read({ from: '2027-01-01', to: '2028-01-01' })).rows, []);
  const answer = await desk.send('register', {
    method: 'POST',
    body: { from: '2026-02-30', to: '2026-03-01' },
    brokenOnPurpose: true,
  });
  assert.equal(answer.status, 400);
});
