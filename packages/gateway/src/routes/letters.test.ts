import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { compactVerify, importJWK } from 'jose';
import type {
  ApologyLetter,
  ControlSheet,
  DeskAudit,
  DeskDossier,
  Dossier,
  Letter,
  OfficerMove,
  Problem,
  ReceptionSlip,
  RefusalLetter,
  ResultStatement,
  SupplementLetter,
} from '@motcua/schemas';
import { createEphemeralKeys } from '../adapters/signing/ed25519-keys.js';
import { hashText, writeCanonicalJson } from '../domain/hash.js';
import type { SigningKeys } from '../ports/signing-keys.js';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { uploadPaper } from '../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const NOON = '2026-11-20T09:00:00+07:00';
const MOTHER = 'valid-mother-on-time.json';

/** Keys that can be changed while the gateway runs, as at a rotation. */
interface TurningKeys extends SigningKeys {
  turn(): Promise<void>;
}

async function createTurningKeys(): Promise<TurningKeys> {
  const all = [await createEphemeralKeys()];
  return {
    sign: (payload, type) => (all[0] as SigningKeys).sign(payload, type),
    publish: () => all.flatMap((keys) => keys.publish()),
    async turn() {
      all.unshift(await createEphemeralKeys());
    },
  };
}

let gateway: TestGateway;
let keys: TurningKeys;
let desk: DeskClient;
before(async () => {
  keys = await createTurningKeys();
  gateway = await openTestGateway({
    desk: { session: { idleSeconds: 1e8, totalSeconds: 1e8 } },
    ports: () => ({ keys }),
  });
  gateway.clock.set(NOON);
  desk = await openDeskClient(gateway);
});
beforeEach(() => gateway.clock.set(NOON));
after(() => gateway.close());

async function readJson<Body>(answer: Response, status = 200): Promise<Body> {
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as Body;
}

async function move(sent: SentDossier, body: OfficerMove, uploadKey?: string): Promise<DeskDossier> {
  return readJson(await desk.move(sent.code, body, uploadKey === undefined ? {} : { uploadKey }));
}

async function readLetter<Kind extends Letter>(sent: SentDossier, sequence: number): Promise<Kind> {
  return readJson<Kind>(await sent.ask(`/letters/${sequence}`));
}

async function preview(sent: SentDossier, body: OfficerMove, headers: Record<string, string> = {}): Promise<Response> {
  const { version } = await desk.read(sent.code);
  return desk.send(`dossiers/${sent.code}/letters`, {
    method: 'POST',
    body,
    headers: { 'If-Match': `"${version}"`, ...headers },
  });
}

/** The signed payload, once the signature holds with a published key. */
async function openJws(letter: Letter): Promise<{ typ: unknown; payload: string }> {
  assert.ok('jws' in letter && letter.jws !== undefined);
  for (const key of keys.publish()) {
    try {
      const { payload, protectedHeader } = await compactVerify(letter.jws, await importJWK({ ...key }, 'EdDSA'));
      return { typ: protectedHeader.typ, payload: new TextDecoder().decode(payload) };
    } catch {
      // Signed with another key.
    }
  }
  throw new assert.AssertionError({ message: 'no published key made the signature' });
}

function withoutSignature(letter: Letter): object {
  return Object.fromEntries(Object.entries(letter).filter(([name]) => name !== 'jws' && name !== 'officer'));
}

const REASON = 'Không thuộc thẩm quyền của Ủy ban nhân dân phường.';
const ASKED: OfficerMove = {
  move: 'requestSupplement',
  items: [
    { pointer: '/mother/citizenNumber', reason: 'Số không có trong cơ sở dữ liệu.' },
    { pointer: '/papers/birthCertificate', reason: 'Ảnh bị mờ.' },
    { document: 'identity-paper', reason: 'Mang bản chính để đối chiếu.' },
  ],
  note: 'Liên hệ quầy số 3.',
};

describe('each form says the facts of its step', () => {
  test('01: papers, sets, limit, reception and due date', async () => {
    const sent = await sendSample(gateway, MOTHER);
    const { dossier } = await move(sent, { move: 'receive' });
    const slip = await readLetter<ReceptionSlip>(sent, 2);
    const data = dossier.data as { requester: Record<string, string>; papers: Record<string, unknown[]> };
    assert.equal(slip.kind, 'receptionSlip');
    assert.equal(slip.form, '01');
    assert.equal(slip.code, dossier.officialCode);
    assert.equal(slip.officialCode, dossier.officialCode);
    assert.equal(slip.provisionalCode, sent.code);
    assert.equal(slip.issuedAt, new Date(NOON).toISOString());
    assert.equal(slip.receivedAt, slip.issuedAt);
    assert.equal(slip.dueAt, dossier.dueAt);
    assert.equal(slip.sets, 1);
    assert.deepEqual(slip.timeLimit, { workingDays: 0 });
    assert.equal(slip.applicant.name, data.requester['fullName']);
    assert.match(data.requester['phone'] ?? '', /^\+84\d{9}$/);
    assert.equal(slip.applicant.phone?.replace(/ /g, ''), data.requester['phone']?.replace('+84', '0'));
    assert.match(slip.applicant.phone ?? '', /^0\d{3} \d{3} \d{3}$/);
    assert.match(slip.applicant.address ?? '', /(phường|xã|đặc khu) .+, (Thành phố|Tỉnh) .+$/);
    assert.equal(slip.payloadHash, dossier.confirmation.payloadHash);
    assert.deepEqual(
      slip.papers.map(({ name, electronicFiles }) => [name.vi, electronicFiles]),
      [['Giấy chứng sinh', data.papers['birthCertificate']?.length]],
    );
  });

  test('02: each thing that is asked for by its name, with its reason', async () => {
    const sent = await sendSample(gateway, MOTHER);
    await move(sent, ASKED);
    const letter = await readLetter<SupplementLetter>(sent, 2);
    assert.equal(letter.form, '02');
    assert.equal(letter.officialCode, undefined, 'it was not received yet');
    assert.equal(letter.code, sent.code);
    assert.equal(letter.note, 'Liên hệ quầy số 3.');
    assert.deepEqual(letter.items, [
      {
        label: {
          vi: 'Số định danh cá nhân (Người mẹ)',
          en: 'Personal identification number (Mother)',
        },
        reason: 'Số không có trong cơ sở dữ liệu.',
        pointer: '/mother/citizenNumber',
      },
      {
        label: { vi: 'Giấy chứng sinh', en: 'Birth certificate of the medical facility (giấy chứng sinh)' },
        reason: 'Ảnh bị mờ.',
        pointer: '/papers/birthCertificate',
      },
      {
        label: { vi: 'Giấy tờ tùy thân của người khai', en: 'Identity paper of the requester' },
        reason: 'Mang bản chính để đối chiếu.',
        document: 'identity-paper',
      },
    ]);
  });

  test('03: the reason', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'refuse', reason: REASON });
    const letter = await readLetter<RefusalLetter>(sent, 2);
    assert.deepEqual([letter.kind, letter.form, letter.reason], ['refusal', '03', REASON]);
  });

  test('04: the date that was promised, and the one new date', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const { dossier } = await move(sent, { move: 'apologise', reason: 'Cần xác minh thêm.', dueOn: '2026-11-25' });
    const letter = await readLetter<ApologyLetter>(sent, 3);
    assert.equal(letter.form, '04');
    assert.equal(letter.reason, 'Cần xác minh thêm.');
    assert.equal(letter.previousDueAt, '2026-11-20T10:00:00.000Z');
    assert.equal(letter.dueAt, '2026-11-25T10:00:00.000Z');
    assert.equal(letter.dueAt, dossier.dueAt);
  });

  test('05: who had the dossier, when, on time or late, as it stands now', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    await move(sent, { move: 'process', note: 'Chuyển công chức tư pháp - hộ tịch.' });
    gateway.clock.set('2026-11-20T17:30:00+07:00');
    await move(sent, { move: 'stop', reason: 'Chờ xác minh.' });
    gateway.clock.set('2026-11-23T08:00:00+07:00');
    const sheet = await readJson<ControlSheet>(await desk.send(`dossiers/${sent.code}/control-sheet`));
    assert.equal(sheet.form, '05');
    assert.equal(sheet.issuedAt, '2026-11-23T01:00:00.000Z');
    assert.equal(sheet.sequence, 4);
    assert.equal(sheet.receivedAt, new Date(NOON).toISOString());
    assert.deepEqual(
      sheet.steps.map(({ move: made, officer, timing, note }) => [made, officer, timing, note]),
      [
        ['submit', undefined, undefined, undefined],
        ['receive', 'Hoàng Thị Mến', undefined, undefined],
        ['process', 'Hoàng Thị Mến', 'on-time', 'Chuyển công chức tư pháp - hộ tịch.'],
        ['stop', 'Hoàng Thị Mến', 'late', 'Chờ xác minh.'],
      ],
    );
  });

  test('the notice of the result: each file with size and hash, and the time of handing over', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const uploadKey = 'r'.repeat(43);
    const file = await uploadPaper(gateway.fetch, uploadKey, undefined, 'Giấy khai sinh.pdf');
    await move(sent, { move: 'complete', results: [file], note: 'Đã cấp.' }, uploadKey);
    gateway.clock.advance(3600);
    await move(sent, { move: 'return' });
    const ready = await readLetter<ResultStatement>(sent, 3);
    const handed = await readLetter<ResultStatement>(sent, 4);
    const files = [{ name: 'Giấy khai sinh.pdf', size: file.size, sha256: file.sha256 }];
    assert.deepEqual([ready.files, handed.files], [files, files]);
    assert.deepEqual([ready.note, ready.returnedAt], ['Đã cấp.', undefined]);
    assert.deepEqual([handed.completedAt, handed.returnedAt], [ready.issuedAt, handed.issuedAt]);
    const holder = await readJson<Dossier>(await sent.ask(''));
    assert.deepEqual(
      holder.letters?.map(({ sequence, kind }) => `${sequence} ${kind}`),
      ['2 receptionSlip', '3 result', '4 result'],
    );
    assert.deepEqual((await desk.read(sent.code)).dossier.letters, holder.letters);
  });
});

describe('a letter is signed when it is issued', () => {
  test('every member of it, with a published key, under the type of its kind', async () => {
    const types: Record<string, unknown> = {};
    const [received, asked, refused] = [
      await sendSample(gateway),
      await sendSample(gateway),
      await sendSample(gateway),
    ];
    await move(received, { move: 'receive' });
    await move(received, { move: 'apologise', reason: 'Cần xác minh thêm.', dueOn: '2026-11-25' });
    const uploadKey = 'w'.repeat(43);
    await move(received, { move: 'complete', results: [await uploadPaper(gateway.fetch, uploadKey)] }, uploadKey);
    await move(asked, ASKED);
    await move(refused, { move: 'refuse', reason: REASON });
    for (const [sent, sequence] of [
      [received, 2],
      [received, 3],
      [received, 4],
      [asked, 2],
      [refused, 2],
    ] as const) {
      const letter = await readLetter(sent, sequence);
      const { typ, payload } = await openJws(letter);
      assert.equal(payload, writeCanonicalJson(withoutSignature(letter)), letter.kind);
      types[letter.kind] = typ;
    }
    assert.deepEqual(types, {
      receptionSlip: 'motcua-reception-slip+jws',
      apology: 'motcua-apology+jws',
      result: 'motcua-result+jws',
      supplementRequest: 'motcua-supplement-request+jws',
      refusal: 'motcua-refusal+jws',
    });
  });

  test('it speaks of the submission as it stood then', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const { data } = await readJson<Dossier>(await sent.ask(''));
    const slip = await readLetter(sent, 2);
    assert.equal(slip.payloadHash, hashText(writeCanonicalJson({ ...sent.submission, data })));
  });

  test('its bytes stay the same, though the key was changed and the answers were', async () => {
    const sent = await sendSample(gateway, MOTHER);
    await move(sent, { move: 'receive' });
    const readBytes = async (): Promise<string> => (await sent.ask('/letters/2')).text();
    const first = await readBytes();
    await keys.turn();
    await move(sent, {
      move: 'requestSupplement',
      items: [{ pointer: '/requester/phone', reason: 'Gọi không được.' }],
    });
    const { data } = await readJson<Dossier>(await sent.ask(''));
    const person = data as { requester: object };
    const changed = { ...data, requester: { ...person.requester, phone: '+84987654321' } };
    const body = { planHash: sent.submission.procedure.planHash, data: changed, declaration: true };
    const answered = await sent.ask('/supplement', body);
    assert.equal(answered.status, 200, await answered.text());
    gateway.clock.set('2026-12-01T09:00:00+07:00');
    assert.equal(await readBytes(), first);
    assert.equal(first.includes('0987 654 321'), false);
    await openJws(JSON.parse(first) as Letter);
  });
});

describe('who may read a letter', () => {
  test('an unknown code, a wrong secret and a malformed one answer the same bytes as a look-up', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const ask = async (path: string, secret: string): Promise<string> => {
      const answer = await gateway.fetch(
        new Request(`${BASE}/v1/dossiers/${path}`, { headers: { 'Motcua-Lookup-Secret': secret } }),
        { remoteAddress: '192.0.2.7' },
      );
      assert.equal(answer.status, 404);
      return answer.text();
    };
    const wrong = '0'.repeat(26);
    const answers = [
      await ask(sent.code, wrong),
      await ask(`${sent.code}/letters/2`, wrong),
      await ask(`${sent.code}/letters/99`, wrong),
      await ask('TN-0000-0000-0000/letters/2', wrong),
      await ask('TN-0000-0000-0000/letters/2', sent.lookupSecret),
      await ask(`${sent.code}/letters/2`, 'x'),
    ];
    assert.equal(new Set(answers).size, 1);
    assert.equal((JSON.parse(answers[0] ?? '') as Problem).code, 'dossier.not-found');
  });

  test('without a secret nobody', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const answer = await gateway.fetch(new Request(`${BASE}/v1/dossiers/${sent.code}/letters/2`), {
      brokenOnPurpose: true,
    });
    assert.equal((await readJson<Problem>(answer, 400)).code, 'request.header-missing');
  });

  test('wrong secrets are slowed here as at a look-up', async () => {
    const sent = await sendSample(gateway);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const request = new Request(`${BASE}/v1/dossiers/${sent.code}/letters/2`, {
        headers: { 'Motcua-Lookup-Secret': '1'.repeat(26) },
      });
      statuses.push((await gateway.fetch(request, { remoteAddress: '192.0.2.8' })).status);
    }
    assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429]);
  });

  test('a step without a letter, a number that is none, and one that does not exist are not found', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    for (const sequence of ['1', '3', '02', '0', 'x', '-1', '2.0']) {
      const answer = await gateway.fetch(
        new Request(`${BASE}/v1/dossiers/${sent.code}/letters/${sequence}`, {
          headers: { 'Motcua-Lookup-Secret': sent.lookupSecret },
        }),
        { brokenOnPurpose: true },
      );
      assert.equal((await readJson<Problem>(answer, 404)).code, 'letter.not-found', sequence);
    }
  });

  test('the desk reads the name of the officer, the citizen does not', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const atDesk = await readJson<Letter>(await desk.send(`dossiers/${sent.code}/letters/2`));
    const { officer, ...letter } = atDesk;
    assert.equal(officer, 'Hoàng Thị Mến');
    assert.deepEqual(await readLetter(sent, 2), letter);
  });

  test('every reading at the desk stands in the audit log', async () => {
    const sent = await sendSample(gateway);
    await preview(sent, { move: 'receive' });
    const { dossier } = await move(sent, { move: 'receive' });
    await desk.send(`dossiers/${sent.code}/letters/2`);
    await desk.send(`dossiers/${sent.code}/letters/9`);
    await desk.send(`dossiers/${sent.code}/control-sheet`);
    await desk.send('register', { method: 'POST', body: { from: '2026-11-20', to: '2026-11-20' } });
    const body = { limit: 20 };
    const { entries } = await readJson<DeskAudit>(await desk.send('audit', { method: 'POST', body }));
    const letters = entries.filter(({ operation }) => /^(letter|register)\./.test(operation));
    assert.deepEqual(
      letters.slice(0, 5).map(({ operation, code, outcome }) => [operation, code, outcome]),
      [
        ['register.read', undefined, 'done'],
        ['letter.read', dossier.officialCode, 'done'],
        ['letter.read', dossier.officialCode, 'letter.not-found'],
        ['letter.read', dossier.officialCode, 'done'],
        ['letter.preview', dossier.officialCode, 'done'],
      ],
    );
  });
});

describe('a preview', () => {
  test('says what is then issued, all but the signature, and stores nothing', async () => {
    const sent = await sendSample(gateway, MOTHER);
    const uploadKey = 'p'.repeat(43);
    const file = await uploadPaper(gateway.fetch, uploadKey, undefined, 'Giấy khai sinh.pdf');
    const way: OfficerMove[] = [
      { move: 'receive' },
      { move: 'apologise', reason: 'Cần xác minh thêm.', dueOn: '2026-11-25' },
      { move: 'complete', results: [file] },
      { move: 'return' },
    ];
    for (const body of way) {
      const headers = body.move === 'complete' ? { 'Motcua-Upload-Key': uploadKey } : {};
      const before = await desk.read(sent.code);
      const outbox = await gateway.database.outbox.count();
      const seen = await readJson<Letter>(await preview(sent, body, headers));
      assert.deepEqual(await readJson<Letter>(await preview(sent, body, headers)), seen, 'as often as one likes');
      assert.deepEqual(await desk.read(sent.code), before);
      assert.deepEqual(await gateway.database.outbox.count(), outbox);
      assert.equal('jws' in seen, false);
      const { version } = await move(sent, body, uploadKey);
      const issued = await readJson<Letter>(await desk.send(`dossiers/${sent.code}/letters/${version}`));
      assert.deepEqual({ ...seen, jws: (issued as ReceptionSlip).jws }, issued, body.move);
    }
  });

  test('of a request and of a refusal too', async () => {
    for (const body of [ASKED, { move: 'refuse', reason: REASON } as const]) {
      const sent = await sendSample(gateway, MOTHER);
      const seen = await readJson<Letter>(await preview(sent, body));
      await move(sent, body);
      const issued = await readJson<Letter>(await desk.send(`dossiers/${sent.code}/letters/2`));
      assert.deepEqual({ ...seen, jws: (issued as ReceptionSlip).jws }, issued);
    }
  });

  test('is refused as the move is', async () => {
    const sent = await sendSample(gateway);
    const received = await sendSample(gateway);
    await move(received, { move: 'receive' });
    const cases: [SentDossier, OfficerMove, string, string?][] = [
      [sent, { move: 'return' }, 'dossier.transition-refused'],
      [sent, { move: 'receive' }, 'dossier.version-conflict', '"7"'],
      [sent, { move: 'requestSupplement', items: [{ pointer: '/nothing', reason: 'x' }] }, 'supplement.unknown-item'],
      [received, { move: 'apologise', reason: 'x', dueOn: '2026-11-22' }, 'dossier.due-date-refused'],
      [
        received,
        {
          move: 'complete',
          results: [
            { uploadId: '0'.repeat(32), name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: '0'.repeat(64) },
          ],
        },
        'result.refused',
      ],
    ];
    for (const [dossier, body, code, tag] of cases) {
      const { version } = await desk.read(dossier.code);
      const headers = { 'If-Match': tag ?? `"${version}"` };
      const seen = await readJson<Problem>(await preview(dossier, body, headers), refusalOf(code));
      const answer = await desk.send(`dossiers/${dossier.code}/moves`, { method: 'POST', body, headers });
      assert.deepEqual(seen, await readJson<Problem>(answer, refusalOf(code)));
      assert.equal(seen.code, code);
    }
  });

  test('by a role that may not make the move is refused', async () => {
    const sent = await sendSample(gateway);
    const officer = await openDeskClient(gateway, { roles: ['officer'] });
    const answer = await officer.send(`dossiers/${sent.code}/letters`, {
      method: 'POST',
      body: { move: 'receive' },
      headers: { 'If-Match': '"1"' },
    });
    assert.equal((await readJson<Problem>(answer, 403)).code, 'officer.not-allowed');
  });

  test('of a move that issues no letter is refused by name', async () => {
    const sent = await sendSample(gateway);
    await move(sent, { move: 'receive' });
    const problem = await readJson<Problem>(await preview(sent, { move: 'process' }), 422);
    assert.equal(problem.code, 'letter.not-issued');
    assert.equal((await desk.read(sent.code)).dossier.state.name, 'received');
  });

  test('of a reception uses no serial up', async () => {
    gateway.clock.set('2026-11-17T09:00:00+07:00');
    const [one, two] = [await sendSample(gateway), await sendSample(gateway)];
    const seen = await readJson<Letter>(await preview(one, { move: 'receive' }));
    await preview(two, { move: 'receive' });
    assert.equal((await move(two, { move: 'receive' })).dossier.officialCode, seen.officialCode);
    assert.match((await move(one, { move: 'receive' })).dossier.officialCode ?? '', /-261117-0002$/);
  });
});

function refusalOf(code: string): number {
  if (code === 'dossier.version-conflict') return 412;
  return code === 'dossier.transition-refused' ? 409 : 422;
}
