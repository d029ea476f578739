import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { DeskAlarms } from '@motcua/schemas';
import { MessageFailedError } from '../../ports/message-sender.js';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { createRecordingSender } from '../../testing/recording-sender.js';
import { sendSample, type SentDossier } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';
import { createMessageId } from './message-id.js';

const sender = createRecordingSender();
let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway({
    now: '2026-11-20',
    ports: () => ({ sender }),
    operation: { outbox: { attempts: 3, firstWait: 60_000, longestWait: 120_000, sendLimit: 50 } },
  });
  desk = await openDeskClient(gateway);
});
after(() => gateway.close());
beforeEach(async () => {
  sender.onSend = () => undefined;
  await deliverAll();
  sender.attempts.length = 0;
});

const deliver = () => gateway.gateway.operation.deliverMessages();

async function deliverAll(): Promise<void> {
  while ((await deliver()).taken > 0);
}

async function readAlarms(client = desk): Promise<DeskAlarms> {
  return (await (await client.send('alarms', { method: 'POST' })).json()) as DeskAlarms;
}

/** The applicant's telephone is 0912345678 in this example. */
function send(): Promise<SentDossier> {
  return sendSample(gateway, 'valid-mother-on-time.json');
}

test('each step is told to the applicant once, in order, with the code and what comes next', async () => {
  const sent = await send();
  assert.equal((await desk.move(sent.code, { move: 'receive' })).status, 200);
  await desk.move(sent.code, { move: 'process' });
  await deliverAll();
  await deliverAll();
  assert.deepEqual(
    sender.attempts.map(({ template }) => template),
    ['sent', 'received', 'processing'],
  );
  const [first, second] = sender.attempts;
  const { dossier } = await desk.read(sent.code);
  assert.equal(first?.facts['code'], sent.code);
  assert.match(
    second?.text ?? '',
    new RegExp(`${sent.code} đã được tiếp nhận.*${dossier.officialCode ?? ''}.*\\d{2}/\\d{2}/2026`),
  );
  assert.ok(first?.to.phone);
  assert.equal(new Set(sender.attempts.map(({ id }) => id)).size, 3);
});

test('no message holds a name, a number, a secret or a reason', async () => {
  const sent = await send();
  const reason = 'Giấy chứng sinh của cháu Nguyễn Minh An bị mờ.';
  await desk.move(sent.code, { move: 'requestSupplement', items: [{ pointer: '/note', reason }], note: reason });
  await deliverAll();
  assert.equal(sender.attempts.length, 2);
  const answers =
    JSON.stringify(sent.submission.data)
      .match(/"[^"]{6,}"/g)
      ?.map((text) => text.slice(1, -1)) ?? [];
  const names = answers.filter((text) => /^[\p{Lu}][\p{L} ]+$/u.test(text) || /^\d{9,}$/.test(text));
  assert.ok(names.length > 3);
  for (const { text, subject, facts } of sender.attempts) {
    const said = JSON.stringify({ text, subject, facts });
    for (const secret of [...names, reason, sent.lookupSecret, sent.submission.lookupSecretHash, sent.uploadKey])
      assert.equal(said.includes(secret), false, secret);
  }
  assert.match(sender.attempts[1]?.text ?? '', /cần bổ sung 1 mục/);
});

test('a failure that may pass is tried again later, under the same id', async () => {
  const sent = await send();
  sender.onSend = () => {
    throw new MessageFailedError('temporary', 'sender.busy');
  };
  assert.deepEqual(await deliver(), { taken: 1, sent: 0, failed: 1, dead: 0 });
  assert.equal((await deliver()).taken, 0, 'not before its time');
  gateway.clock.advance(61);
  sender.onSend = () => undefined;
  assert.equal((await deliver()).sent, 1);
  const lock = await gateway.database.dossiers.findLock(sent.code);
  const id = createMessageId({ kind: 'notice', dossierId: lock?.id ?? '', sequence: 1 });
  assert.deepEqual(
    sender.attempts.map((message) => message.id),
    [id, id],
  );
});

test('after the last attempt it lies as a dead letter, on the desk with its code; a leader sends it again', async () => {
  const sent = await send();
  sender.onSend = () => {
    throw new MessageFailedError('temporary', 'sender.busy');
  };
  for (const seconds of [0, 121, 121]) {
    gateway.clock.advance(seconds);
    assert.equal((await deliver()).taken, 1);
  }
  gateway.clock.advance(900);
  assert.equal((await deliver()).taken, 0);
  const alarms = await readAlarms();
  const [dead] = alarms.dead;
  assert.deepEqual(
    { code: dead?.code, kind: dead?.kind, attempts: dead?.attempts, error: dead?.error },
    { code: sent.code, kind: 'notice', attempts: 3, error: 'sender.busy' },
  );
  assert.deepEqual(alarms.outbox, { open: 0, dead: 1 });
  assert.equal(alarms.alarms.find(({ kind }) => kind === 'message-dead')?.count, 1);
  assert.ok(gateway.logs.some(({ event, reason }) => event === 'message-dead' && reason === 'sender.busy'));

  const clerk = await openDeskClient(gateway, { roles: ['desk'] });
  const stranger = await openDeskClient(gateway, { agencyCode: '09556' });
  const replay = async (client: DeskClient) =>
    (await client.send(`outbox/${dead?.id ?? 0}/replay`, { method: 'POST' })).status;
  assert.deepEqual((await readAlarms(stranger)).dead, []);
  assert.deepEqual([await replay(clerk), await replay(stranger)], [403, 404]);
  assert.deepEqual([await replay(desk), await replay(desk)], [204, 204]);
  sender.onSend = () => undefined;
  assert.equal((await deliver()).sent, 1);
  assert.deepEqual((await readAlarms()).outbox, { open: 0, dead: 0 });
  assert.equal(await replay(desk), 404, 'what has left is sent no more');
});

test('what nobody will ever take is given up at once', async () => {
  await send();
  sender.onSend = () => {
    throw new MessageFailedError('permanent', 'sender.refused');
  };
  assert.equal((await deliver()).dead, 1);
  assert.equal(await gateway.database.outbox.replayDead(gateway.clock.now()), 1);
});

test('an unknown failure is kept as a code, and its words reach no log and no table', async () => {
  await send();
  sender.onSend = () => {
    throw new Error('0912345678 Nguyễn Thị Hoa');
  };
  assert.equal((await deliver()).failed, 1);
  sender.onSend = () => {
    throw new MessageFailedError('permanent', 'Nguyễn Thị Hoa');
  };
  gateway.clock.advance(61);
  assert.equal((await deliver()).dead, 1);
  const { dead } = await readAlarms();
  assert.equal(dead[0]?.error, 'sender.failed');
  assert.doesNotMatch(JSON.stringify([gateway.logs, dead]), /Hoa|0912345678/);
  await gateway.database.outbox.replayDead(gateway.clock.now());
});

test('a sender that never answers holds nobody up', async () => {
  await send();
  sender.onSend = () => new Promise(() => undefined);
  assert.equal((await deliver()).failed, 1);
  gateway.clock.advance(61);
});

test('ten workers at once send each message once', async () => {
  const sent = [await send(), await send(), await send(), await send(), await send()];
  const reports = await Promise.all(Array.from({ length: 10 }, deliver));
  assert.equal(
    reports.reduce((sum, report) => sum + report.sent, 0),
    sent.length,
  );
  assert.equal(new Set(sender.attempts.map(({ id }) => id)).size, sent.length);
});

test('the messages of one dossier keep their order: a later one waits for one that failed', async () => {
  const first = await send();
  const other = await send();
  await desk.move(first.code, { move: 'receive' });
  sender.onSend = ({ facts }) => {
    if (facts['sentCode'] === first.code) throw new MessageFailedError('temporary', 'sender.busy');
  };
  await deliverAll();
  assert.deepEqual(
    sender.attempts
      .map(({ facts, template }) => `${facts['sentCode'] === other.code ? 'other' : 'first'} ${template}`)
      .sort(),
    ['first sent', 'other sent'],
    'another dossier does not wait',
  );
  sender.onSend = () => undefined;
  gateway.clock.advance(61);
  await deliverAll();
  assert.deepEqual(
    sender.attempts.slice(2).map(({ template }) => template),
    ['sent', 'received'],
  );
});

test('a lease that ran out is taken by the next worker; what ends each process is given up in the end', async () => {
  await send();
  const lease = () => {
    const now = gateway.clock.now();
    return gateway.database.outbox.lease(10, now, new Date(now.getTime() + 60_000));
  };
  for (const attempts of [1, 2, 3]) {
    assert.equal((await lease())[0]?.attempts, attempts);
    assert.deepEqual(await lease(), [], 'nobody else has it meanwhile');
    gateway.clock.advance(61);
  }
  assert.deepEqual(await deliver(), { taken: 1, sent: 0, failed: 0, dead: 1 });
  assert.equal(sender.attempts.length, 0);
  assert.equal((await readAlarms()).dead[0]?.error, 'sender.interrupted');
  await gateway.database.outbox.replayDead(gateway.clock.now());
});

test('an applicant without telephone and e-mail is counted, and nothing has failed', async () => {
  const before = await gateway.database.outbox.countOutcomes();
  const { open, dead } = await gateway.database.outbox.count();
  await sendWithoutContacts();
  assert.deepEqual(await deliver(), { taken: 1, sent: 0, failed: 0, dead: 0 });
  const outcomes = await gateway.database.outbox.countOutcomes();
  assert.equal(outcomes['no-address'], (before['no-address'] ?? 0) + 1);
  assert.deepEqual(await gateway.database.outbox.count(), { open, dead });
});

/** The telephone is required by the form: the answers are emptied of it in the store, as those of a form without one would be. */
async function sendWithoutContacts(): Promise<void> {
  const example = await send();
  await deliverAll();
  sender.attempts.length = 0;
  const lock = await gateway.database.dossiers.findLock(example.code);
  const { submission, confirmation } = await gateway.database.dossiers.read(lock?.id ?? '');
  const data = structuredClone(submission.data) as { requester?: Record<string, unknown> };
  delete data.requester?.['phone'];
  delete data.requester?.['email'];
  await gateway.database.dossiers.insert({
    submission: { ...submission, data: data as typeof submission.data },
    confirmation: { ...confirmation, provisionalCode: 'TN-0000-0000-0001' },
    submittedAt: gateway.clock.now(),
    names: { applicant: '', folded: '' },
  });
}
