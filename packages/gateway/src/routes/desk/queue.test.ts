import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DeskAudit, DeskQueue, Problem } from '@motcua/schemas';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { sendSample } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';

const NAMES = {
  mother: 'valid-mother-on-time.json',
  father: 'valid-father-late.json',
  authorised: 'valid-authorised-person.json',
};
let gateway: TestGateway;
let desk: DeskClient;
/** Provisional codes: late, soon late, on time, sent only, awaiting a supplement. */
const codes: Record<'late' | 'soon' | 'onTime' | 'sent' | 'asked', string> = {
  late: '',
  soon: '',
  onTime: '',
  sent: '',
  asked: '',
};

before(async () => {
  gateway = await openTestGateway({ desk: { session: { idleSeconds: 1e8, totalSeconds: 1e8 } } });
  gateway.clock.set('2026-11-18T09:00:00+07:00');
  desk = await openDeskClient(gateway);
  const receive = async (file: string): Promise<string> => {
    const { code } = await sendSample(gateway, file);
    assert.equal((await desk.move(code, { move: 'receive' })).status, 200);
    return code;
  };
  codes.late = await receive(NAMES.authorised);
  gateway.clock.set('2026-11-20T09:00:00+07:00');
  codes.onTime = await receive(NAMES.father);
  const later = { move: 'apologise', reason: 'Cần xác minh.', dueOn: '2026-12-10' } as const;
  assert.equal((await desk.move(codes.onTime, later)).status, 200);
  codes.soon = await receive(NAMES.mother);
  codes.asked = (await sendSample(gateway, NAMES.mother)).code;
  const items = [{ pointer: '/note', reason: 'Ghi rõ.' }];
  assert.equal((await desk.move(codes.asked, { move: 'requestSupplement', items })).status, 200);
  gateway.clock.set('2026-11-20T10:00:00+07:00');
  codes.sent = (await sendSample(gateway, NAMES.authorised)).code;
  await sendSample(gateway, NAMES.mother, '09556');
});
after(() => gateway.close());

async function list(body: object): Promise<DeskQueue> {
  const answer = await desk.send('queue', { method: 'POST', body });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text) as DeskQueue;
}

async function find(body: object): Promise<string[]> {
  return (await list(body)).dossiers.map(({ provisionalCode }) => provisionalCode);
}

test('the queue stands by due date, late and nearly late are marked, and those without a date come after by time of sending', async () => {
  const { dossiers, counts } = await list({});
  assert.deepEqual(
    dossiers.map(({ provisionalCode, mark }) => [provisionalCode, mark]),
    [
      [codes.late, 'late'],
      [codes.soon, 'soon-late'],
      [codes.onTime, 'on-time'],
      [codes.asked, undefined],
      [codes.sent, undefined],
    ],
  );
  assert.deepEqual(counts, { open: 5, late: 1, soonLate: 1 });
});

test('pages join to the whole queue, each dossier once', async () => {
  const whole = await find({});
  const met: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit: 2, ...(after === undefined ? {} : { after }) });
    assert.ok(page.dossiers.length <= 2);
    met.push(...page.dossiers.map(({ provisionalCode }) => provisionalCode));
    after = page.next;
  } while (after !== undefined);
  assert.deepEqual(met, whole);
});

test('states and marks filter', async () => {
  assert.deepEqual(await find({ states: ['submitted'] }), [codes.sent]);
  assert.deepEqual(await find({ states: ['supplementRequested', 'submitted'] }), [codes.asked, codes.sent]);
  assert.deepEqual(await find({ mark: 'late' }), [codes.late]);
  assert.deepEqual(await find({ mark: 'soon-late' }), [codes.soon]);
  assert.deepEqual(await find({ mark: 'late', states: ['submitted'] }), []);
});

test('a name is found without marks and in any case, also the child’s, and a part of it is enough', async () => {
  const { dossiers } = await list({ name: 'sung a tua' });
  assert.deepEqual(
    dossiers.map(({ applicant }) => applicant),
    ['Sùng A Tủa', 'Sùng A Tủa'],
  );
  assert.ok((await find({ name: 'GIA MAN' })).includes(codes.soon));
  assert.deepEqual(await find({ name: 'Nobody At All' }), []);
  for (const pattern of ['%', '_', '\\', '  ']) assert.deepEqual(await find({ name: pattern }), [], pattern);
});

test('a dossier is found by either code as people type it, and one of another agency is not', async () => {
  const [first] = (await list({})).dossiers;
  assert.deepEqual(await find({ code: codes.sent.toLowerCase().replaceAll('-', ' ') }), [codes.sent]);
  assert.deepEqual(await find({ code: ` ${first?.code.toLowerCase() ?? ''} ` }), [codes.late]);
  assert.deepEqual(await find({ code: 'no code' }), []);
  const elsewhere = await openDeskClient(gateway, { agencyCode: '09556' });
  const answer = await elsewhere.send('queue', { method: 'POST', body: { code: codes.sent } });
  assert.deepEqual(((await answer.json()) as DeskQueue).dossiers, []);
});

test('a cursor that was made up is refused', async () => {
  for (const after of [
    'x',
    Buffer.from('["infinity","now","1"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ]) {
    const answer = await desk.send('queue', { method: 'POST', body: { after } });
    assert.equal(((await answer.json()) as Problem).code, 'request.malformed', after);
  }
});

test('reads and moves stand in the audit log with who, what, which dossier and how it ended', async () => {
  const officer = await openDeskClient(gateway, { roles: ['officer'], name: 'Lê Văn Tám' });
  await officer.read(codes.sent);
  await officer.send('queue', { method: 'POST', body: { name: 'bi mat' } });
  await officer.move(codes.sent, { move: 'receive' });
  const read = async (body: object): Promise<DeskAudit> =>
    (await (await desk.send('audit', { method: 'POST', body })).json()) as DeskAudit;
  const own = (await read({ limit: 20 })).entries.filter(({ name }) => name === 'Lê Văn Tám');
  assert.deepEqual(
    own.map(({ operation, code, outcome }) => [operation, code, outcome]),
    [
      ['move.receive', undefined, 'officer.not-allowed'],
      ['dossier.read', codes.sent, 'done'],
      ['queue.read', undefined, 'done'],
      ['dossier.read', codes.sent, 'done'],
      ['session.open', undefined, 'done'],
    ],
  );
  assert.equal(JSON.stringify(own).includes('bi mat'), false, 'what was searched for is nobody’s business');
  const ofOne = await read({ code: codes.late, limit: 2 });
  assert.ok(ofOne.entries.some(({ operation, outcome }) => operation === 'move.receive' && outcome === 'done'));
  assert.ok(ofOne.entries.every(({ code }) => code !== undefined && code !== codes.sent));
});
