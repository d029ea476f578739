import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { DeskDossier, Dossier, Problem, SupplementItem } from '@motcua/schemas';
import { hashText, writeCanonicalJson } from '../domain/hash.js';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { uploadPaper } from '../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const MORNING = '2026-11-20T09:00:00+07:00';
const reason = 'Chưa khớp với giấy tờ.';
let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway({ desk: { session: { idleSeconds: 1e8, totalSeconds: 1e8 } } });
  gateway.clock.set(MORNING);
  desk = await openDeskClient(gateway);
});
beforeEach(() => gateway.clock.set(MORNING));
after(() => gateway.close());

type Answers = Record<string, Record<string, unknown>>;

async function send(): Promise<SentDossier & { answers: Answers }> {
  const sent = await sendSample(gateway, 'valid-mother-on-time.json');
  return { ...sent, answers: sent.submission.data as Answers };
}

/** A copy of the answers with some places changed. */
function change(answers: Answers, places: Record<string, unknown>): Answers {
  const copy = structuredClone(answers);
  for (const [pointer, value] of Object.entries(places)) {
    const [section = '', name = ''] = pointer.slice(1).split('/');
    if (name === '') (copy as Record<string, unknown>)[section] = value;
    else if (value === undefined) delete copy[section]?.[name];
    else copy[section] = { ...copy[section], [name]: value };
  }
  return copy;
}

function resend(sent: SentDossier, path: string, data: unknown, key = randomUUID()): Promise<Response> {
  return sent.ask(path, { planHash: sent.submission.procedure.planHash, data, declaration: true }, key);
}

async function readJson<Body>(answer: Response, status = 200): Promise<Body> {
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as Body;
}

async function request(sent: SentDossier, items: SupplementItem[]): Promise<DeskDossier> {
  return readJson<DeskDossier>(
    await desk.move(sent.code, { move: 'requestSupplement', items, note: 'Bổ sung một lần.' }),
  );
}

const ask = (...pointers: string[]): SupplementItem[] => pointers.map((pointer) => ({ pointer, reason }));

test('before reception all answers may be sent anew; the confirmation is that of the new answers, and the old ones are kept', async () => {
  const sent = await send();
  const before = await readJson<Dossier>(await sent.ask(''));
  assert.equal(before.canEdit, true);
  const edited = await readJson<Dossier>(
    await resend(
      sent,
      '/submission',
      change(sent.answers, { '/child/fullName': 'Nguyễn Đỗ Gia Mỹ', '/note': 'Đã sửa tên.' }),
    ),
  );
  assert.equal((edited.data as Answers)['child']?.['fullName'], 'Nguyễn Đỗ Gia Mỹ');
  assert.notEqual(edited.confirmation.payloadHash, before.confirmation.payloadHash);
  assert.equal(edited.confirmation.provisionalCode, sent.code);
  const accepted = { ...sent.submission, data: edited.data };
  assert.equal(edited.confirmation.payloadHash, hashText(writeCanonicalJson(accepted)));
  assert.deepEqual(
    edited.history.map(({ state, move, actor }) => [state.name, move, actor]),
    [
      ['submitted', 'submit', 'applicant'],
      ['submitted', 'edit', 'applicant'],
    ],
  );
  assert.deepEqual((await desk.read(sent.code)).steps[1]?.changed, ['/child/fullName', '/note']);
});

test('a repeat of an edit is one edit, and the same key with other answers is refused', async () => {
  const sent = await send();
  const key = randomUUID();
  const data = change(sent.answers, { '/note': 'Một lần.' });
  const first = await readJson<Dossier>(await resend(sent, '/submission', data, key));
  const again = await resend(sent, '/submission', data, key);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  assert.deepEqual(await readJson<Dossier>(again), first);
  const other = await resend(sent, '/submission', change(sent.answers, { '/note': 'Khác.' }), key);
  assert.equal((await readJson<Problem>(other, 422)).code, 'idempotency.key-reused');
});

test('after reception an edit is refused by name, and so is a supplement that nobody asked for', async () => {
  const sent = await send();
  await readJson(await desk.move(sent.code, { move: 'receive' }));
  for (const [path, move] of [
    ['/submission', 'edit'],
    ['/supplement', 'supplement'],
  ] as const) {
    const problem = await readJson<Problem>(await resend(sent, path, sent.answers), 409);
    assert.equal(problem.code, 'dossier.transition-refused');
    assert.equal(problem.transition?.move, move);
  }
});

test('answers sent anew are judged like the first ones, and by the plan of the filing', async () => {
  const sent = await send();
  const wrong = await readJson<Problem>(
    await resend(sent, '/submission', change(sent.answers, { '/child/sex': 'other' })),
    422,
  );
  assert.equal(wrong.code, 'submission.invalid');
  const outdated = await sent.ask('/submission', { planHash: '0'.repeat(64), data: sent.answers, declaration: true });
  assert.equal((await readJson<Problem>(outdated, 409)).code, 'plan.outdated');
});

test('a supplement of three fields leaves the hash of all else unchanged', async () => {
  const sent = await send();
  await readJson(await desk.move(sent.code, { move: 'receive' }));
  const asked = await request(sent, ask('/child/fullName', '/father/birthDate', '/papers/birthCertificate'));
  assert.equal(asked.dossier.state.name, 'supplementRequested');
  assert.equal(asked.dossier.dueAt, undefined);
  const waiting = await readJson<Dossier>(await sent.ask(''));
  assert.deepEqual(
    waiting.supplementRequest?.items.map((item) => ('pointer' in item ? item.pointer : '')),
    ['/child/fullName', '/father/birthDate', '/papers/birthCertificate'],
  );
  gateway.clock.set('2026-11-25T10:00:00+07:00');
  const paper = await uploadPaper(gateway.fetch, sent.uploadKey, undefined, 'giấy chứng sinh rõ hơn.pdf');
  const data = change(sent.answers, {
    '/child/fullName': 'Nguyễn Đỗ Gia Mẫn Nhi',
    '/father/birthDate': '1995-02-01',
    '/papers/birthCertificate': [paper],
  });
  const supplemented = await readJson<Dossier>(await resend(sent, '/supplement', data));
  assert.equal(supplemented.state.name, 'received', 'the state before the request');
  assert.equal(supplemented.dueAt, '2026-11-25T10:00:00.000Z', 'the limit has begun anew');
  assert.equal(supplemented.supplementRequest, undefined);
  const rest = (answers: unknown): string =>
    hashText(
      writeCanonicalJson(
        change(answers as Answers, {
          '/child/fullName': undefined,
          '/father/birthDate': undefined,
          '/papers/birthCertificate': undefined,
        }),
      ),
    );
  assert.equal(rest(supplemented.data), rest(waiting.data));
  assert.deepEqual((await desk.read(sent.code)).steps.at(-1)?.changed, [
    '/child/fullName',
    '/father/birthDate',
    '/papers/birthCertificate',
  ]);
});

test('a change that nobody asked for is refused with its place, and nothing is kept', async () => {
  const sent = await send();
  await request(sent, ask('/child/fullName'));
  const data = change(sent.answers, {
    '/child/fullName': 'Nguyễn Đỗ An',
    '/father/fullName': 'Trần Văn Khác',
    '/requester/phone': '+84987654321',
    '/note': 'Thêm.',
  });
  const problem = await readJson<Problem>(await resend(sent, '/supplement', data), 422);
  assert.equal(problem.code, 'supplement.not-requested');
  assert.deepEqual(problem.issues?.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [
    'supplement.not-requested /father/fullName',
    'supplement.not-requested /note',
    'supplement.not-requested /requester/phone',
  ]);
  assert.equal(JSON.stringify(problem).includes('Trần Văn Khác'), false);
  const { state, history } = await readJson<Dossier>(await sent.ask(''));
  assert.deepEqual([state.name, history.length], ['supplementRequested', 2]);
});

test('fields that an asked one brings into view or takes out of it may change with it, others of the same kind may not', async () => {
  const sent = await send();
  await request(sent, ask('/copies/wanted'));
  const count = change(sent.answers, { '/copies/count': 5 });
  assert.equal(
    (await readJson<Problem>(await resend(sent, '/supplement', count), 422)).code,
    'supplement.not-requested',
  );
  const none = change(sent.answers, { '/copies/wanted': false, '/copies/count': undefined });
  const supplemented = await readJson<Dossier>(await resend(sent, '/supplement', none));
  assert.deepEqual((supplemented.data as Answers)['copies'], { wanted: false });
  assert.equal(supplemented.state.name, 'submitted', 'asked before reception, it goes back to before reception');
});

test('a field that comes into view may be filled', async () => {
  const sent = await send();
  await request(sent, ask('/papers/birthEvidence'));
  const paper = await uploadPaper(gateway.fetch, sent.uploadKey, undefined, 'người làm chứng.pdf');
  const data = change(sent.answers, {
    '/papers/birthEvidence': 'witness-statement',
    '/papers/birthCertificate': undefined,
    '/papers/witnessStatement': [paper],
  });
  const supplemented = await readJson<Dossier>(await resend(sent, '/supplement', data));
  assert.deepEqual((supplemented.data as Answers)['papers'], {
    birthEvidence: 'witness-statement',
    witnessStatement: [paper],
  });
});

test('while two places are one value, asking for one is asking for both', async () => {
  const sent = await send();
  await request(sent, ask('/mother/fullName'));
  const name = 'Đỗ Nguyễn Diễm Hạnh';
  const supplemented = await readJson<Dossier>(
    await resend(sent, '/supplement', change(sent.answers, { '/mother/fullName': name, '/requester/fullName': name })),
  );
  assert.equal((supplemented.data as Answers)['requester']?.['fullName'], name);
});

test('only fields and papers of the procedure are asked for, each once; a paper with a place is asked for by its place', async () => {
  const sent = await send();
  const items: SupplementItem[] = [
    ...ask('/child', '/nothing', '/child/fullName', '/child/fullName', '/child/birthDateInWords'),
    { document: 'nothing', reason },
    { document: 'identity-paper', reason },
    { document: 'birth-certificate', reason },
  ];
  const answer = await desk.move(sent.code, { move: 'requestSupplement', items });
  const problem = await readJson<Problem>(answer, 422);
  assert.equal(problem.code, 'supplement.unknown-item');
  assert.deepEqual(
    problem.issues?.map(({ params }) => params['index']),
    [0, 1, 3, 4, 5],
  );
  const { steps } = await request(sent, items.slice(6));
  assert.deepEqual(steps[1]?.items, [
    { document: 'identity-paper', reason },
    { pointer: '/papers/birthCertificate', reason },
  ]);
});

test('more is asked for once and no second time', async () => {
  const sent = await send();
  await request(sent, ask('/child/fullName'));
  await readJson(await resend(sent, '/supplement', change(sent.answers, { '/child/fullName': 'Nguyễn Đỗ An' })));
  const again = await desk.move(sent.code, { move: 'requestSupplement', items: ask('/note') });
  assert.equal((await readJson<Problem>(again, 409)).code, 'dossier.supplement-limit');
});

test('a paper of another dossier, or of another key, cannot be put into this one', async () => {
  const [sent, other] = [await send(), await send()];
  await request(sent, ask('/papers/birthCertificate'));
  const foreign = [
    (other.answers['papers']?.['birthCertificate'] as object[])[0],
    await uploadPaper(gateway.fetch, 'z'.repeat(43)),
  ];
  for (const paper of foreign) {
    const answer = await resend(sent, '/supplement', change(sent.answers, { '/papers/birthCertificate': [paper] }));
    const { code, issues } = await readJson<Problem>(answer, 422);
    assert.equal(code, 'submission.invalid');
    assert.deepEqual(
      issues?.map((issue) => issue.code),
      ['upload.unknown'],
    );
  }
});

test('a wrong secret sends nothing anew and reads no result', async () => {
  const sent = await send();
  const wrong = { ...sent, lookupSecret: '0'.repeat(26) };
  for (const [path, method] of [
    ['/submission', 'POST'],
    ['/supplement', 'POST'],
    [`/results/${'0'.repeat(32)}`, 'GET'],
  ] as const) {
    const headers = {
      'Motcua-Lookup-Secret': wrong.lookupSecret,
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'application/json',
    };
    const body = JSON.stringify({
      planHash: sent.submission.procedure.planHash,
      data: sent.answers,
      declaration: true,
    });
    const { 'Motcua-Lookup-Secret': secret } = headers;
    const request = new Request(`http://127.0.0.1:4180/v1/dossiers/${sent.code}${path}`, {
      method,
      headers: method === 'GET' ? { 'Motcua-Lookup-Secret': secret } : headers,
      ...(method === 'GET' ? {} : { body }),
    });
    assert.equal((await readJson<Problem>(await gateway.fetch(request), 404)).code, 'dossier.not-found');
  }
  assert.equal((await readJson<Dossier>(await sent.ask(''))).history.length, 1);
});

test('papers go to the officer as attachments that no browser runs, whole, under their own name', async () => {
  const sent = await send();
  const paper = await uploadPaper(gateway.fetch, sent.uploadKey, undefined, 'Giấy "chứng sinh"; bản 2.pdf');
  await readJson(await resend(sent, '/submission', change(sent.answers, { '/papers/birthCertificate': [paper] })));
  const { papers } = await desk.read(sent.code);
  assert.deepEqual(papers, [{ pointer: '/papers/birthCertificate', document: 'birth-certificate', attachment: paper }]);
  const file = await desk.send(`dossiers/${sent.code}/papers/${paper.uploadId}`);
  assert.equal(
    file.headers.get('content-disposition'),
    `attachment; filename="Giay _chung sinh__ ban 2.pdf"; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
  );
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
  assert.match(file.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal(
    createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex'),
    paper.sha256,
  );
  const other = await send();
  const [foreign] = (await desk.read(other.code)).papers;
  const missing = await desk.send(`dossiers/${sent.code}/papers/${foreign?.attachment.uploadId ?? ''}`);
  assert.equal((await readJson<Problem>(missing, 404)).code, 'paper.not-found');
});
