import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskAlarms, Dossier } from '@motcua/schemas';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { createRecordingSender } from '../../testing/recording-sender.js';
import { sendSample, type SentDossier } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway, type TestGatewayOptions } from '../../testing/test-gateway.js';
import { LAPSE_REASON } from './end-overdue-supplements.js';

type Kind = DeskAlarms['alarms'][number]['kind'];

const START = '2026-11-25T09:00:00+07:00';
const NONE = { 'dossier-unclaimed': 0, 'due-soon': 0, late: 0, 'supplement-overdue': 0 };

interface Office {
  gateway: TestGateway;
  desk: DeskClient;
  /** As an officer signed in just now sees them. */
  alarms(): Promise<DeskAlarms>;
  kinds(code: string): Promise<Kind[]>;
  /** The time moves on, and the officer signs in again. */
  goTo(time: string): Promise<void>;
  close(): Promise<void>;
}

async function openOffice(options: TestGatewayOptions = {}): Promise<Office> {
  const gateway = await openTestGateway({ now: START, ...options });
  const office: Office = {
    gateway,
    desk: await openDeskClient(gateway),
    async alarms() {
      return (await (await office.desk.send('alarms', { method: 'POST' })).json()) as DeskAlarms;
    },
    async kinds(code) {
      const { dossier } = await office.desk.read(code);
      return (await office.alarms()).alarms.filter((alarm) => alarm.code === dossier.code).map(({ kind }) => kind);
    },
    async goTo(time) {
      gateway.clock.set(time);
      office.desk = await openDeskClient(gateway);
    },
    close: () => gateway.close(),
  };
  return office;
}

const watch = ({ gateway }: Office) => gateway.gateway.operation.runWatchdog();

test('a dossier that nobody takes up is an alarm after eight worked hours, until somebody does', async () => {
  const office = await openOffice();
  try {
    const { code } = await sendSample(office.gateway);
    await office.goTo('2026-11-26T08:59:00+07:00');
    assert.deepEqual(await office.kinds(code), []);
    assert.deepEqual((await watch(office)).raised, NONE);
    await office.goTo('2026-11-26T09:00:00+07:00');
    const { alarms, counts } = await office.alarms();
    assert.deepEqual(alarms, [{ kind: 'dossier-unclaimed', code, since: '2026-11-26T02:00:00.000Z' }]);
    assert.equal(counts['dossier-unclaimed'], 1);
    const [first, second] = await Promise.all([watch(office), watch(office)]);
    assert.equal(first.raised['dossier-unclaimed'] + second.raised['dossier-unclaimed'], 1, 'noticed once among two');
    assert.equal((await watch(office)).raised['dossier-unclaimed'], 0);
    const stranger = await openDeskClient(office.gateway, { agencyCode: '09556' });
    assert.deepEqual(((await (await stranger.send('alarms', { method: 'POST' })).json()) as DeskAlarms).alarms, []);
    const admin = await openDeskClient(office.gateway, { roles: ['admin'], agencyCode: undefined as never });
    assert.equal(((await (await admin.send('alarms', { method: 'POST' })).json()) as DeskAlarms).alarms.length, 1);

    await office.desk.move(code, { move: 'receive' });
    assert.equal((await office.kinds(code)).includes('dossier-unclaimed'), false);
    assert.equal((await watch(office)).lowered['dossier-unclaimed'], 1);
    const events = office.gateway.logs.filter(({ event }) => /^alarm-/.test(event));
    assert.deepEqual(
      events.slice(0, 2).map(({ event, reason, count }) => [event, reason, count]),
      [
        ['alarm-raised', 'dossier-unclaimed', 1],
        ['alarm-ended', 'dossier-unclaimed', 1],
      ],
    );
    assert.equal(JSON.stringify(events).includes(code), false);
  } finally {
    await office.close();
  }
});

test('a date that is about to pass is an alarm, a date that has passed another; work that is done ends both', async () => {
  const office = await openOffice({ desk: { reception: { soonLateHours: 2 } } });
  try {
    const { code } = await sendSample(office.gateway);
    await office.desk.move(code, { move: 'receive' });
    assert.deepEqual(await office.kinds(code), [], 'due at the close of the day');
    await office.goTo('2026-11-25T15:30:00+07:00');
    const [soon] = (await office.alarms()).alarms;
    assert.deepEqual([soon?.kind, soon?.dueAt], ['due-soon', '2026-11-25T10:00:00.000Z']);
    await watch(office);
    await office.goTo('2026-11-25T17:01:00+07:00');
    assert.deepEqual(await office.kinds(code), ['late']);
    const { raised, lowered } = await watch(office);
    assert.deepEqual([raised.late, lowered['due-soon']], [1, 1]);
    await office.desk.move(code, { move: 'process' });
    await office.desk.move(code, { move: 'stop', reason: 'Chờ xác minh.' });
    assert.deepEqual(await office.kinds(code), [], 'the clock stands still');
  } finally {
    await office.close();
  }
});

async function askForSupplement(office: Office): Promise<SentDossier> {
  const sent = await sendSample(office.gateway, 'valid-mother-on-time.json');
  const items = [{ pointer: '/note', reason: 'Cần ghi rõ.' }];
  const asked = await office.desk.move(sent.code, { move: 'requestSupplement', items });
  assert.equal(asked.status, 200);
  return sent;
}

test('a supplement that does not come is an alarm and nothing more, unless the operator lets such dossiers end', async () => {
  const office = await openOffice({ operation: { watch: { supplement: { workingDays: 5 } } } });
  try {
    const { code } = await askForSupplement(office);
    await office.goTo('2026-12-02T16:59:00+07:00');
    assert.deepEqual(await office.kinds(code), []);
    await office.goTo('2026-12-02T17:00:00+07:00');
    const [alarm] = (await office.alarms()).alarms;
    assert.deepEqual(alarm, { kind: 'supplement-overdue', code, since: '2026-12-02T10:00:00.000Z' });
    await office.goTo('2027-03-01T09:00:00+07:00');
    assert.deepEqual((({ warned, ended }) => ({ warned, ended }))(await watch(office)), { warned: 0, ended: 0 });
    const { dossier, moves } = await office.desk.read(code);
    assert.deepEqual([dossier.state.name, moves], ['supplementRequested', []]);
    const refusal = await office.desk.move(code, { move: 'refuse', reason: 'Không.' });
    assert.equal(refusal.status, 403, 'the end belongs to the system, not to an officer');
  } finally {
    await office.close();
  }
});

const ENDING = {
  watch: {
    supplement: { workingDays: 30 },
    procedures: { 'civil-status/birth-registration': { supplement: { workingDays: 5, end: true, warnBefore: 2 } } },
  },
};

test('where it ends, the applicant is reminded once, then the system refuses; history, audit log and messages say so', async () => {
  const sender = createRecordingSender();
  const office = await openOffice({ operation: ENDING, ports: () => ({ sender }) });
  try {
    const sent = await askForSupplement(office);
    while ((await office.gateway.gateway.operation.deliverMessages()).taken > 0);
    assert.match(sender.attempts.at(-1)?.text ?? '', /cần bổ sung 1 mục, chậm nhất ngày 02\/12\/2026/);
    await office.goTo('2026-11-30T17:00:00+07:00');
    const reports = await Promise.all([watch(office), watch(office), watch(office)]);
    assert.equal(
      reports.reduce((sum, { warned }) => sum + warned, 0),
      1,
    );
    const [alarm] = (await office.alarms()).alarms;
    assert.deepEqual([alarm?.kind, alarm?.dueAt], ['supplement-overdue', '2026-12-02T10:00:00.000Z']);
    while ((await office.gateway.gateway.operation.deliverMessages()).taken > 0);
    assert.match(sender.attempts.at(-1)?.text ?? '', /chậm nhất ngày 02\/12\/2026/);

    await office.goTo('2026-12-02T16:59:00+07:00');
    assert.equal((await watch(office)).ended, 0);
    await office.goTo('2026-12-02T17:00:00+07:00');
    const ends = await Promise.all([watch(office), watch(office), watch(office)]);
    assert.equal(
      ends.reduce((sum, { ended }) => sum + ended, 0),
      1,
    );
    const holder = (await (await sent.ask('')).json()) as Dossier;
    const last = holder.history.at(-1);
    assert.deepEqual(
      [holder.state.name, last?.move, last?.actor, last?.note],
      ['refused', 'refuse', 'system', LAPSE_REASON],
    );
    assert.deepEqual(
      holder.letters?.map(({ kind, sequence }) => [kind, sequence]),
      [
        ['supplementRequest', 2],
        ['refusal', 3],
      ],
      'form 03 is issued as for any refusal',
    );
    const audit = await office.gateway.database.audit.list({ agencyCode: '00004', limit: 20 });
    assert.equal(audit.filter(({ operation, login }) => operation === 'move.refuse' && login === undefined).length, 1);
    while ((await office.gateway.gateway.operation.deliverMessages()).taken > 0);
    assert.equal(sender.attempts.at(-1)?.template, 'ended-without-supplement');
    assert.equal(sender.attempts.filter(({ template }) => template === 'supplement-warning').length, 1);
    assert.deepEqual(await office.kinds(sent.code), []);
  } finally {
    await office.close();
  }
});

test('a gateway that stood still for weeks reminds first, and gives the time of the reminder', async () => {
  const office = await openOffice({ operation: ENDING, ports: () => ({ sender: createRecordingSender() }) });
  try {
    const { code } = await askForSupplement(office);
    await office.goTo('2026-12-21T09:00:00+07:00');
    assert.deepEqual([(await watch(office)).warned, (await watch(office)).ended], [1, 0]);
    await office.goTo('2026-12-23T16:59:00+07:00');
    assert.equal((await watch(office)).ended, 0);
    await office.goTo('2026-12-23T17:00:00+07:00');
    assert.equal((await watch(office)).ended, 1);
    assert.equal((await office.desk.read(code)).dossier.state.name, 'refused');
  } finally {
    await office.close();
  }
});

test('a supplement that comes after the reminder keeps the dossier, and a reminder that had not left says nothing any more', async () => {
  const sender = createRecordingSender();
  const office = await openOffice({ operation: ENDING, ports: () => ({ sender }) });
  try {
    const sent = await askForSupplement(office);
    await office.goTo('2026-12-01T09:00:00+07:00');
    assert.equal((await watch(office)).warned, 1);
    const { planHash } = sent.submission.procedure;
    const data = { ...sent.submission.data, note: 'Đã ghi rõ.' };
    assert.equal((await sent.ask('/supplement', { planHash, data, declaration: true })).status, 200);
    await office.goTo('2026-12-11T09:00:00+07:00');
    assert.equal((await watch(office)).ended, 0);
    while ((await office.gateway.gateway.operation.deliverMessages()).taken > 0);
    assert.equal(
      sender.attempts.some(({ template }) => template === 'supplement-warning'),
      false,
    );
    assert.equal((await office.gateway.database.outbox.countOutcomes()).superseded, 1);
    assert.equal((await office.desk.read(sent.code)).dossier.state.name, 'submitted');
  } finally {
    await office.close();
  }
});

test('settings that contradict each other or name no procedure keep the gateway from starting', async () => {
  const open = (watchOptions: object) => openTestGateway({ operation: { watch: watchOptions } });
  await assert.rejects(open({ procedures: { 'no/such': { supplement: {} } } }), /no\/such/);
  await assert.rejects(open({ supplement: { workingDays: 3, warnBefore: 3, end: true } }), /warnBefore/);
});
