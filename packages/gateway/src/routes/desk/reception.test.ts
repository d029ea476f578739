import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { DeskDossier, DeskReceptions, Dossier, DossierCompletion, Problem } from '@motcua/schemas';
import { computeStoredDueDate } from '../../domain/moves/record-move.js';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { openSampleCalendar } from '../../testing/sample-calendar.js';
import { uploadPaper } from '../../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';

const DAY = '2026-11-20';
/** The tests move the clock by days. */
const LONG_SESSION = { idleSeconds: 1e8, totalSeconds: 1e8 };
let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway({ desk: { session: LONG_SESSION } });
  gateway.clock.set(`${DAY}T09:00:00+07:00`);
  desk = await openDeskClient(gateway);
});
beforeEach(() => gateway.clock.set(`${DAY}T09:00:00+07:00`));
after(() => gateway.close());

async function readJson<Body>(answer: Response, status = 200): Promise<Body> {
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as Body;
}

async function receive(sent: SentDossier): Promise<DeskDossier> {
  return readJson<DeskDossier>(await desk.move(sent.code, { move: 'receive' }));
}

async function refused(answer: Response, status: number): Promise<Problem> {
  return readJson<Problem>(answer, status);
}

test('reception gives the official code and the due date, and both codes lead to the dossier', async () => {
  const sent = await sendSample(gateway);
  const { dossier, version, mark } = await receive(sent);
  assert.match(dossier.officialCode ?? '', /^T01\.00004-261120-\d{4}$/);
  assert.equal(dossier.dueAt, '2026-11-20T10:00:00.000Z', '17:00 of the same day');
  assert.equal(version, 2);
  assert.equal(mark, 'soon-late');
  const holder = await readJson<Dossier>(await sent.ask(''));
  assert.equal(holder.code, dossier.officialCode);
  assert.equal(holder.canEdit, false);
  const byOfficialCode = await gateway.fetch(
    new Request(`http://127.0.0.1:4180/v1/dossiers/${dossier.officialCode ?? ''}`),
  );
  assert.deepEqual((await readJson<DossierCompletion>(byOfficialCode)).completion, {
    stage: 'in-progress',
    done: 2,
    total: 5,
  });
});

test('reception after the cut-off is due on the next working day', async () => {
  gateway.clock.set(`${DAY}T15:00:00+07:00`);
  const { dossier } = await receive(await sendSample(gateway));
  assert.equal(dossier.dueAt, '2026-11-23T10:00:00.000Z');
});

test('50 receptions at once: serials 1 to 50, no gap, no double', async () => {
  gateway.clock.set('2026-11-19T09:00:00+07:00');
  const sent = await Promise.all(Array.from({ length: 50 }, () => sendSample(gateway, 'valid-mother-on-time.json')));
  const received = await Promise.all(sent.map(receive));
  const codes = received.map(({ dossier }) => dossier.officialCode).sort();
  assert.deepEqual(
    codes,
    Array.from({ length: 50 }, (_, index) => `T01.00004-261119-${String(index + 1).padStart(4, '0')}`),
  );
});

test('a serial belongs to one agency and one day', async () => {
  const there = await openDeskClient(gateway, { agencyCode: '09556' });
  const first = await sendSample(gateway, undefined, '09556');
  const answer = await readJson<DeskDossier>(await there.move(first.code, { move: 'receive' }));
  assert.equal(answer.dossier.officialCode, 'T01.09556-261120-0001');
  gateway.clock.set('2026-11-24T00:30:00+07:00');
  const next = await sendSample(gateway, undefined, '09556');
  const later = await readJson<DeskDossier>(await there.move(next.code, { move: 'receive' }));
  assert.equal(later.dossier.officialCode, 'T01.09556-261124-0001', 'the day is that of Viet Nam');
});

test('a reception that fails uses no serial up', async () => {
  gateway.clock.set('2026-11-18T09:00:00+07:00');
  const [one, two] = [await sendSample(gateway), await sendSample(gateway)];
  await receive(one);
  const twice = await Promise.all(
    Array.from({ length: 5 }, () => desk.move(one.code, { move: 'receive' }, { version: 1 })),
  );
  assert.ok(twice.every(({ status }) => status === 409));
  const failing = gateway.database.transact(async (stores) => {
    assert.equal(await stores.serials.next('00004', '2026-11-18'), 2);
    throw new Error('taken back');
  });
  await assert.rejects(failing, /taken back/);
  assert.match((await receive(two)).dossier.officialCode ?? '', /-261118-0002$/);
});

test('of two officers who decide at once one decides, and the other is told that the dossier has changed', async () => {
  const sent = await sendSample(gateway);
  const answers = await Promise.all([
    desk.move(sent.code, { move: 'receive' }, { version: 1 }),
    desk.move(sent.code, { move: 'refuse', reason: 'Không thuộc thẩm quyền.' }, { version: 1 }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  assert.equal(statuses[0], 200);
  assert.ok(statuses[1] === 409 || statuses[1] === 412, String(statuses[1]));
  assert.equal((await desk.read(sent.code)).version, 2);
});

test('a decision on an older version is refused, also where the state would allow it', async () => {
  const sent = await sendSample(gateway);
  const edited = { planHash: sent.submission.procedure.planHash, data: sent.submission.data, declaration: true };
  assert.equal((await sent.ask('/submission', edited)).status, 200);
  const answer = await desk.move(sent.code, { move: 'receive' }, { version: 1 });
  assert.equal((await refused(answer, 412)).code, 'dossier.version-conflict');
  assert.equal((await desk.read(sent.code)).dossier.state.name, 'submitted');
});

test('a move that the state does not allow is refused with state, move and what is allowed', async () => {
  const sent = await sendSample(gateway);
  const problem = await refused(await desk.move(sent.code, { move: 'return' }), 409);
  assert.equal(problem.code, 'dossier.transition-refused');
  assert.deepEqual(problem.transition, {
    from: { name: 'submitted' },
    move: 'return',
    allowed: ['withdraw', 'edit', 'receive', 'refuse', 'requestSupplement'],
  });
});

test('a dossier goes from sent to returned, each step with actor, officer and reason, and each with a notice', async () => {
  const sent = await sendSample(gateway);
  await receive(sent);
  await readJson(await desk.move(sent.code, { move: 'process', note: 'Chuyển công chức tư pháp - hộ tịch.' }));
  const stopped = await readJson<DeskDossier>(
    await desk.move(sent.code, { move: 'stop', reason: 'Chờ cơ sở y tế xác minh.' }),
  );
  assert.equal(stopped.dossier.dueAt, undefined, 'the clock stands still');
  gateway.clock.set('2026-11-24T09:00:00+07:00');
  const resumed = await readJson<DeskDossier>(await desk.move(sent.code, { move: 'resume' }));
  assert.equal(resumed.dossier.dueAt, '2026-11-24T10:00:00.000Z', 'as much was left as before the stop');
  const apologised = await readJson<DeskDossier>(
    await desk.move(sent.code, { move: 'apologise', reason: 'Hệ thống gián đoạn.', dueOn: '2026-11-26' }),
  );
  assert.equal(apologised.dossier.dueAt, '2026-11-26T10:00:00.000Z');
  assert.equal(apologised.mark, 'on-time');
  const uploadKey = 'r'.repeat(43);
  const result = await uploadPaper(gateway.fetch, uploadKey, undefined, 'Giấy khai sinh.pdf');
  const completed = await readJson<DeskDossier>(
    await desk.move(sent.code, { move: 'complete', results: [result] }, { uploadKey }),
  );
  assert.deepEqual(completed.dossier.results, [result]);
  const returned = await readJson<DeskDossier>(await desk.move(sent.code, { move: 'return' }));
  assert.deepEqual(
    returned.steps.map(({ state, move, actor, officer, note }) => [state.name, move, actor, officer, note]),
    [
      ['submitted', 'submit', 'applicant', undefined, undefined],
      ['received', 'receive', 'desk', 'Hoàng Thị Mến', undefined],
      ['processing', 'process', 'desk', 'Hoàng Thị Mến', 'Chuyển công chức tư pháp - hộ tịch.'],
      ['stopped', 'stop', 'officer', 'Hoàng Thị Mến', 'Chờ cơ sở y tế xác minh.'],
      ['processing', 'resume', 'officer', 'Hoàng Thị Mến', undefined],
      ['processing', 'apologise', 'officer', 'Hoàng Thị Mến', 'Hệ thống gián đoạn.'],
      ['completed', 'complete', 'officer', 'Hoàng Thị Mến', undefined],
      ['returned', 'return', 'desk', 'Hoàng Thị Mến', undefined],
    ],
  );
  const holder = await readJson<Dossier>(await sent.ask(''));
  assert.equal(JSON.stringify(holder).includes('Hoàng Thị Mến'), false, 'the office answers, not the person');
  const file = await sent.ask(`/results/${result.uploadId}`);
  assert.equal(file.status, 200);
  assert.equal((await file.arrayBuffer()).byteLength, result.size);
  const { id } = (await gateway.database.dossiers.findLock(sent.code)) ?? { id: '' };
  const notices: string[] = [];
  for (;;) {
    const now = gateway.clock.now();
    const leased = await gateway.database.outbox.lease(1000, now, new Date(now.getTime() + 60_000));
    if (leased.length === 0) break;
    for (const item of leased) {
      if (item.dossierId === id) notices.push(`${item.kind} ${item.sequence}`);
      await gateway.database.outbox.markDelivered(item.id, now, 'sent');
    }
  }
  assert.deepEqual(
    notices,
    Array.from({ length: 8 }, (_, index) => `notice ${index + 1}`),
  );
});

test('the due date that is kept is the one that the history gives, after each step', async () => {
  const calendar = openSampleCalendar();
  const sent = await sendSample(gateway);
  const { id } = (await gateway.database.dossiers.findLock(sent.code)) ?? { id: '' };
  const moves = ['receive', 'process', 'stop', 'resume', 'stop', 'resume'] as const;
  for (const move of moves) {
    gateway.clock.advance(20 * 3600);
    const body = move === 'stop' ? { move, reason: 'Chờ xác minh.' } : { move };
    await readJson(await desk.move(sent.code, body));
    const stored = await gateway.database.dossiers.read(id);
    const due = computeStoredDueDate(stored.history, calendar);
    assert.deepEqual(stored.dueAt, 'at' in due ? due.at : undefined, move);
  }
});

test('a dossier is refused with its reason, and that ends it', async () => {
  const sent = await sendSample(gateway);
  const reason = 'Không thuộc thẩm quyền của Ủy ban nhân dân phường.';
  const { moves } = await readJson<DeskDossier>(await desk.move(sent.code, { move: 'refuse', reason }));
  assert.deepEqual(moves, []);
  const holder = await readJson<Dossier>(await sent.ask(''));
  assert.equal(holder.history[1]?.note, reason);
  assert.deepEqual(holder.expectedStates, []);
});

test('an apology sets a date once, and only a working day after the present date', async () => {
  const sent = await sendSample(gateway);
  await receive(sent);
  const apologise = (dueOn: string): Promise<Response> =>
    desk.move(sent.code, { move: 'apologise', reason: 'Cần xác minh thêm.', dueOn });
  for (const dueOn of ['2026-11-20', '2026-11-19', '2026-11-21', '2026-11-22'])
    assert.equal((await refused(await apologise(dueOn), 422)).code, 'dossier.due-date-refused', dueOn);
  assert.equal((await apologise('2026-11-25')).status, 200);
  assert.equal((await refused(await apologise('2026-11-27'), 409)).code, 'dossier.reschedule-limit');
});

test('a result must be a whole upload under the key that comes with it, and free', async () => {
  const sent = await sendSample(gateway);
  await receive(sent);
  const uploadKey = 's'.repeat(43);
  const result = await uploadPaper(gateway.fetch, uploadKey);
  const complete = (results: (typeof result)[], key?: string): Promise<Response> =>
    desk.move(sent.code, { move: 'complete', results }, key === undefined ? {} : { uploadKey: key });
  const codes = async (answer: Promise<Response>): Promise<string[]> => {
    const problem = await refused(await answer, 422);
    assert.equal(problem.code, 'result.refused');
    return (problem.issues ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
  };
  assert.deepEqual(await codes(complete([result])), ['upload.unknown /results/0']);
  assert.deepEqual(await codes(complete([result], 't'.repeat(43))), ['upload.unknown /results/0']);
  assert.deepEqual(await codes(complete([{ ...result, size: 1 }], uploadKey)), ['upload.mismatch /results/0']);
  assert.deepEqual(await codes(complete([result, result], uploadKey)), []);
  assert.equal((await complete([result], uploadKey)).status, 200);
});

test('a state that this version does not know is shown raw, and nothing can be done with it', async () => {
  const sent = await sendSample(gateway);
  const { id } = (await gateway.database.dossiers.findLock(sent.code)) ?? { id: '' };
  const event = { sequence: 2, state: 'Chờ liên thông', at: gateway.clock.now(), actor: 'system' } as const;
  await gateway.database.dossiers.append(id, event);
  const { dossier, moves } = await desk.read(sent.code);
  assert.deepEqual(dossier.state, { name: 'unknown', rawLabel: 'Chờ liên thông' });
  assert.deepEqual(moves, []);
  const problem = await refused(await desk.move(sent.code, { move: 'receive' }), 409);
  assert.deepEqual(problem.transition, { from: dossier.state, move: 'receive', allowed: [] });
});

test('many are received at once, each with a result of its own', async () => {
  const [one, two, gone] = [await sendSample(gateway), await sendSample(gateway), await sendSample(gateway)];
  await readJson(await gone.ask('/withdrawal', {}));
  const body = {
    dossiers: [
      { code: one.code, version: 1 },
      { code: gone.code, version: 2 },
      { code: 'TN-0000-0000-0000', version: 1 },
      { code: two.code, version: 7 },
      { code: two.code, version: 1 },
    ],
  };
  const { results } = await readJson<DeskReceptions>(await desk.send('receptions', { method: 'POST', body }));
  assert.deepEqual(
    results.map((result) => (result.outcome === 'received' ? 'received' : result.problem.code)),
    ['received', 'dossier.transition-refused', 'dossier.not-found', 'dossier.version-conflict', 'received'],
  );
  const serials = results.flatMap((result) =>
    result.outcome === 'received' ? [Number(result.officialCode.slice(-4))] : [],
  );
  assert.equal(serials[1], (serials[0] ?? 0) + 1, 'the refused ones left no gap');
  assert.equal((await desk.read(one.code)).dossier.state.name, 'received');
});
