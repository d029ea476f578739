import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { compactVerify, importJWK } from 'jose';
import type { Confirmation, Dossier, Problem } from '@motcua/schemas';
import { hashText, writeCanonicalJson } from '../domain/hash.js';
import {
  listExamples,
  prepareSubmission,
  uploadPaper,
  type Example,
  type PreparedSubmission,
} from '../testing/sample-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const SLUG = 'civil-status/birth-registration';
let gateway: TestGateway;
let examples: Example[];
before(async () => {
  gateway = await openTestGateway();
  examples = await listExamples(SLUG, 'valid');
});
after(() => gateway.close());

async function prepare(example = examples[0] as Example): Promise<PreparedSubmission> {
  gateway.clock.set(example.today);
  return prepareSubmission(gateway.fetch, SLUG, example.data);
}

async function readProblem(answer: Response): Promise<Problem> {
  return (await answer.json()) as Problem;
}

/** What the gateway keeps of a submission: the answers as the holder sees them, computed values included. */
async function readAccepted({ submission, lookupSecret }: PreparedSubmission, code: string): Promise<object> {
  const answer = await gateway.fetch(
    new Request(`${BASE}/v1/dossiers/${code}`, { headers: { 'Motcua-Lookup-Secret': lookupSecret } }),
  );
  return { ...submission, data: ((await answer.json()) as Dossier).data };
}

/** Sends the prepared request with another body. */
function resend(prepared: PreparedSubmission, submission: object, key = randomUUID()): Request {
  const { url, headers } = prepared.createRequest(key);
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(submission) });
}

/** The paths of all attachment lists in the answers. */
function findAttachments(value: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null && 'uploadId' in item))
    return [[...path]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => findAttachments(child, [...path, name]));
}

test('each valid example becomes a dossier', async () => {
  const before = await gateway.database.dossiers.count();
  for (const example of examples) {
    const answer = await gateway.fetch((await prepare(example)).createRequest());
    assert.equal(answer.status, 201, `${example.file}: ${answer.status === 201 ? '' : await answer.text()}`);
  }
  assert.equal(await gateway.database.dossiers.count(), before + examples.length);
});

test('each invalid example is refused at the places it names, and nothing is kept', async () => {
  const before = await gateway.database.dossiers.count();
  for (const example of await listExamples(SLUG, 'invalid')) {
    const prepared = await prepare(example);
    // A paper in the example that is wrong by itself must arrive as it is written.
    const wrongPaper = example.issues?.some(({ pointer }) => /\/\d+\//.test(pointer)) ?? false;
    const data = wrongPaper ? example.data : prepared.submission.data;
    const answer = await gateway.fetch(resend(prepared, { ...prepared.submission, data }));
    const problem = await readProblem(answer);
    assert.equal(problem.code, 'submission.invalid', example.file);
    const found = new Set(problem.issues?.map(({ code, pointer }) => `${code} ${pointer}`));
    for (const { code, pointer } of example.issues ?? [])
      assert.ok(
        found.has(`${code} ${pointer}`),
        `${example.file}: ${code} ${pointer} is not in ${[...found].join(', ')}`,
      );
  }
  assert.equal(await gateway.database.dossiers.count(), before);
});

test('a refusal repeats no answer', async () => {
  const prepared = await prepare();
  const answer = await gateway.fetch(
    resend(prepared, {
      ...prepared.submission,
      data: { ...prepared.submission.data, 'secret-place': 'Nguyễn Bí Mật 0912345678' },
    }),
  );
  assert.equal(answer.status, 422);
  assert.doesNotMatch(await answer.text(), /Bí Mật|0912345678/);
});

test('the confirmation is signed over what was accepted, and one altered byte is noticed', async () => {
  const prepared = await prepare();
  const confirmation = (await (await gateway.fetch(prepared.createRequest())).json()) as Confirmation;
  assert.equal(
    confirmation.payloadHash,
    hashText(writeCanonicalJson(await readAccepted(prepared, confirmation.provisionalCode))),
  );
  const { keys } = (await (await gateway.fetch(new Request(`${BASE}/v1/keys`))).json()) as {
    keys: { kty: string; crv: string; x: string; kid: string }[];
  };
  const key = await importJWK(keys[0] as object, 'EdDSA');
  const { payload, protectedHeader } = await compactVerify(confirmation.jws, key);
  const { provisionalCode, submittedAt, procedure, agency, payloadHash } = confirmation;
  assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), {
    provisionalCode,
    submittedAt,
    procedure,
    agency,
    payloadHash,
  });
  assert.equal(protectedHeader.kid, keys[0]?.kid);
  const [head, body, signature] = confirmation.jws.split('.') as [string, string, string];
  const altered = `${head}.${body.slice(0, 20)}${body[20] === 'A' ? 'B' : 'A'}${body.slice(21)}.${signature}`;
  await assert.rejects(compactVerify(altered, key));
});

test('texts are kept in NFC whatever form they were sent in', async () => {
  const prepared = await prepare();
  const decomposed = JSON.parse(JSON.stringify(prepared.submission).normalize('NFD')) as object;
  const answer = await gateway.fetch(resend(prepared, decomposed));
  assert.equal(answer.status, 201);
  const kept = await readAccepted(prepared, ((await answer.json()) as Confirmation).provisionalCode);
  assert.equal(JSON.stringify(kept), JSON.stringify(kept).normalize('NFC'));
  assert.match(JSON.stringify(decomposed), /[\u0300-\u036f]/);
});

test('a form that has changed, another procedure and an unknown agency are refused by name', async () => {
  const prepared = await prepare();
  const { submission } = prepared;
  const cases: [object, string][] = [
    [{ ...submission, procedure: { ...submission.procedure, planHash: '0'.repeat(64) } }, 'plan.outdated'],
    [{ ...submission, procedure: { ...submission.procedure, version: '0.0.1' } }, 'plan.outdated'],
    [
      { ...submission, procedure: { ...submission.procedure, slug: 'civil-status/other' } },
      'submission.procedure-mismatch',
    ],
    [{ ...submission, agency: '99999' }, 'agency.unknown'],
  ];
  for (const [body, code] of cases)
    assert.equal((await readProblem(await gateway.fetch(resend(prepared, body)))).code, code);
  const broken: [object, string][] = [
    [{ ...submission, declaration: false }, 'request.malformed'],
    [{ ...submission, dossierId: randomUUID() }, 'request.malformed'],
    [{ ...submission, lookupSecretHash: 'none' }, 'request.malformed'],
    [[submission], 'request.malformed'],
  ];
  for (const [body, code] of broken)
    assert.equal(
      (await readProblem(await gateway.fetch(resend(prepared, body), { brokenOnPurpose: true }))).code,
      code,
    );
});

test('a body over the limit is refused before it is read', async () => {
  const prepared = await prepare();
  const answer = await gateway.fetch(resend(prepared, { ...prepared.submission, data: { note: 'x'.repeat(600_000) } }));
  assert.equal(answer.status, 413);
});

test('without a key that is a UUID nothing is sent', async () => {
  const prepared = await prepare();
  const answer = await gateway.fetch(prepared.createRequest('not-a-uuid'), { brokenOnPurpose: true });
  assert.equal((await readProblem(answer)).code, 'request.header-missing');
});

test('an answer that was lost is given again, byte for byte, also after the form has changed', async () => {
  const prepared = await prepare();
  const before = await gateway.database.dossiers.count();
  const lost = await gateway.fetch(prepared.createRequest());
  const again = await gateway.fetch(prepared.createRequest());
  assert.equal(again.status, 201);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  assert.equal(lost.headers.get('idempotency-replayed'), null);
  assert.equal(await again.text(), await lost.text());
  assert.equal(await gateway.database.dossiers.count(), before + 1);
});

test('a key with another body is refused, and keeps its first answer', async () => {
  const prepared = await prepare();
  const key = randomUUID();
  const first = await (await gateway.fetch(prepared.createRequest(key))).text();
  const before = await gateway.database.dossiers.count();
  const other = await gateway.fetch(resend(prepared, { ...prepared.submission, locale: 'en' }, key));
  assert.equal((await readProblem(other)).code, 'idempotency.key-reused');
  assert.equal(await gateway.database.dossiers.count(), before);
  assert.equal(await (await gateway.fetch(prepared.createRequest(key))).text(), first);
});

test('members in another order are the same body', async () => {
  const prepared = await prepare();
  const key = randomUUID();
  await gateway.fetch(prepared.createRequest(key));
  const reversed = Object.fromEntries(Object.entries(prepared.submission).reverse());
  assert.equal((await gateway.fetch(resend(prepared, reversed, key))).headers.get('idempotency-replayed'), 'true');
});

test('a refusal leaves the key free', async () => {
  const prepared = await prepare();
  const key = randomUUID();
  const refused = await gateway.fetch(resend(prepared, { ...prepared.submission, agency: '99999' }, key));
  assert.equal(refused.status, 422);
  assert.equal((await gateway.fetch(prepared.createRequest(key))).status, 201);
});

/** Sends one submission 20 times at once; answers how many dossiers there are more, and the statuses. */
async function sendTwentyTimes(
  target: TestGateway,
): Promise<{ dossiers: number; statuses: number[]; codes: Set<string> }> {
  const example = examples.find(({ data }) => findAttachments(data).length === 0) ?? (examples[0] as Example);
  target.clock.set(example.today);
  const withoutPapers = structuredClone(example.data);
  const prepared = await prepareSubmission(target.fetch, SLUG, withoutPapers);
  const before = await target.database.dossiers.count();
  const answers = await Promise.all(Array.from({ length: 20 }, () => target.fetch(prepared.createRequest())));
  const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as Partial<Confirmation>));
  const codes = new Set(
    bodies.flatMap(({ provisionalCode }) => (provisionalCode === undefined ? [] : [provisionalCode])),
  );
  return {
    dossiers: (await target.database.dossiers.count()) - before,
    statuses: answers.map(({ status }) => status),
    codes,
  };
}

test('one submission sent 20 times at once is one dossier', async () => {
  const { dossiers, statuses, codes } = await sendTwentyTimes(gateway);
  assert.equal(dossiers, 1);
  assert.equal(codes.size, 1);
  assert.ok(
    statuses.every((status) => status === 201 || status === 409),
    statuses.join(' '),
  );
});

test('without the key check the same 20 are not one dossier, so the count above does judge it', async () => {
  const { database } = gateway;
  const unchecked = await openTestGateway({
    ports: () => ({
      database: {
        ...database,
        // Papers may be claimed once, so that they too would stop the second dossier: only the key check is to be missing here.
        transact: database.transact,
        close: () => Promise.resolve(),
        idempotency: {
          once: async (_request, prepare, commit) => {
            const prepared = await prepare();
            const answer = await database.transact((stores) =>
              commit(
                { ...stores, uploads: { ...stores.uploads, claim: (ids) => Promise.resolve(ids.length) } },
                prepared,
              ),
            );
            return { kind: 'done', answer };
          },
        },
      },
    }),
  });
  try {
    const { dossiers } = await sendTwentyTimes({ ...unchecked, database });
    assert.equal(dossiers, 20);
  } finally {
    await unchecked.close();
  }
});

test('a paper must be the sender’s own, whole, as it was checked, and in one dossier only', async () => {
  const example = examples.find(({ data }) => findAttachments(data).length > 0);
  assert.ok(example, 'an example with papers');
  const prepared = await prepare(example);
  const [path] = findAttachments(prepared.submission.data) as [string[]];
  const pointer = `/${path.join('/')}/0`;
  const withPaper = (change: object): object => {
    const submission = structuredClone(prepared.submission);
    let list: unknown = submission.data;
    for (const name of path) list = (list as Record<string, unknown>)[name];
    Object.assign((list as object[])[0] as object, change);
    return submission;
  };
  const foreign = await uploadPaper(gateway.fetch, 'f'.repeat(43));
  const cases: [object, string][] = [
    [withPaper({ uploadId: '0'.repeat(32) }), 'upload.unknown'],
    [withPaper(foreign), 'upload.unknown'],
    [withPaper({ size: 1 }), 'upload.mismatch'],
    [withPaper({ sha256: '0'.repeat(64) }), 'upload.mismatch'],
    [withPaper({ mediaType: 'image/png' }), 'upload.mismatch'],
    [withPaper({ name: 'khác.pdf' }), 'upload.mismatch'],
  ];
  for (const [body, code] of cases) {
    const problem = await readProblem(await gateway.fetch(resend(prepared, body)));
    assert.deepEqual(
      problem.issues?.map((issue) => `${issue.code} ${issue.pointer}`),
      [`${code} ${pointer}`],
    );
  }
  assert.equal((await gateway.fetch(prepared.createRequest())).status, 201);
  const again = await readProblem(await gateway.fetch(prepared.createRequest(randomUUID())));
  assert.ok(
    again.issues?.every(({ code }) => code === 'upload.already-used'),
    JSON.stringify(again.issues),
  );
});

test('texts and numbers that cannot be kept exactly are refused by place', async () => {
  const prepared = await prepare();
  const answer = await gateway.fetch(
    resend(prepared, { ...prepared.submission, data: { ...prepared.submission.data, note: 'a\u0000b' } }),
  );
  assert.deepEqual(
    (await readProblem(answer)).issues?.map(({ code, pointer }) => `${code} ${pointer}`),
    ['text.forbidden-character /note'],
  );
});

test('the log of all this names no address, no code and no answer', () => {
  const text = JSON.stringify(gateway.logs);
  assert.match(text, /"event":"request"/);
  assert.doesNotMatch(text, /TN-[0-9A-Z]{4}|Nguyễn|Bí Mật|@/);
  const values = examples.flatMap(({ data }) => listTexts(data)).filter((value) => value.length >= 6);
  assert.ok(values.length >= 50);
  for (const value of values) assert.equal(text.includes(value), false, 'a seeded value');
});

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
