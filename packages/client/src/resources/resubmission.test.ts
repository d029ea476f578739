import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openDeskClient, openTestGateway, sendSample, uploadPaper } from '@motcua/gateway/testing';
import type { DeskClient, SentDossier, TestGateway } from '@motcua/gateway/testing';
import type { Resubmission, SupplementItem } from '@motcua/schemas';
import { createIdempotencyKey } from '../codes/keys.js';
import { isClientError, isProblemError } from '../errors/client-error.js';
import { connectTo } from '../testing/line-to-gateway.test.support.js';

const MORNING = '2026-11-20T09:00:00+07:00';
let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway({ desk: { session: { idleSeconds: 1e8, totalSeconds: 1e8 } } });
  gateway.clock.set(MORNING);
  desk = await openDeskClient(gateway);
});
after(() => gateway.close());

const connect = () => connectTo((request) => gateway.fetch(request));
const send = (): Promise<SentDossier> => sendSample(gateway, 'valid-mother-on-time.json');

function answerAnew({ submission }: SentDossier, fullName: string): Resubmission {
  const data = structuredClone(submission.data) as { child: { fullName: string } };
  data.child.fullName = fullName;
  return { planHash: submission.procedure.planHash, data, declaration: true };
}

async function ask(sent: SentDossier, ...pointers: string[]): Promise<void> {
  const items: SupplementItem[] = pointers.map((pointer) => ({ pointer, reason: 'Chưa khớp với giấy tờ.' }));
  assert.equal((await desk.move(sent.code, { move: 'requestSupplement', items })).status, 200);
}

test('a supplement whose answer was lost is one supplement', async () => {
  const sent = await send();
  await ask(sent, '/child/fullName');
  const { client, inject, log } = connect();
  inject({ kind: 'drop-after', method: 'POST', path: '/supplement', times: 2 });
  const options = { secret: sent.lookupSecret, key: createIdempotencyKey() };
  const body = answerAnew(sent, 'Nguyễn Đỗ Gia Mỹ');
  const after = await client.dossiers.supplement(sent.code, body, options);
  assert.equal(after.state.name, 'submitted');
  assert.equal(after.supplementRequest, undefined);
  assert.deepEqual((await client.dossiers.supplement(sent.code, body, options)).history, after.history);
  assert.deepEqual([...new Set(log.map(({ headers }) => headers['idempotency-key']))], [options.key]);
});

test('an unasked change comes back with its place, is not repeated, and no secret is in an address', async () => {
  const sent = await send();
  await ask(sent, '/note');
  const { client, log } = connect();
  const sending = client.dossiers.supplement(sent.code, answerAnew(sent, 'Nguyễn Đỗ Gia Mỹ'), {
    secret: sent.lookupSecret,
    key: createIdempotencyKey(),
  });
  const error: unknown = await sending.catch((reason: unknown) => reason);
  assert.ok(isProblemError(error, 'supplement.not-requested'));
  assert.deepEqual(
    error.issues.map(({ pointer }) => pointer),
    ['/child/fullName'],
  );
  assert.equal(log.length, 1);
  assert.equal(log[0]?.url.includes(sent.lookupSecret), false);
});

test('before reception all answers are sent anew with a new paper; afterwards that is refused by name', async () => {
  const sent = await send();
  const { client } = connect();
  const paper = await uploadPaper(gateway.fetch, 'k'.repeat(43), undefined, 'giấy chứng sinh rõ hơn.pdf');
  const body = answerAnew(sent, 'Nguyễn Đỗ Gia Mỹ');
  const papers = { ...(body.data['papers'] as object), birthCertificate: [paper] };
  const options = { secret: sent.lookupSecret, key: createIdempotencyKey(), uploadKey: 'k'.repeat(43) };
  const edited = await client.dossiers.edit(sent.code, { ...body, data: { ...body.data, papers } }, options);
  assert.deepEqual((edited.data as { papers: { birthCertificate: object[] } }).papers.birthCertificate, [paper]);
  assert.equal((await desk.move(sent.code, { move: 'receive' })).status, 200);
  await assert.rejects(
    client.dossiers.edit(sent.code, body, { secret: sent.lookupSecret, key: createIdempotencyKey() }),
    (error) => isProblemError(error, 'dossier.transition-refused'),
  );
});

test('the reception slip is read as its holder, and by nobody else', async () => {
  const sent = await send();
  await desk.move(sent.code, { move: 'receive' });
  const { client } = connect();
  const { letters = [] } = await client.dossiers.get(sent.code, { secret: sent.lookupSecret });
  const [slip] = letters;
  assert.equal(slip?.kind, 'receptionSlip');
  const letter = await client.dossiers.letter(sent.code, slip.sequence, { secret: sent.lookupSecret });
  assert.equal(letter.kind, 'receptionSlip');
  assert.ok('jws' in letter);
  await assert.rejects(client.dossiers.letter(sent.code, slip.sequence, { secret: '0'.repeat(26) }), (error) =>
    isProblemError(error, 'dossier.not-found'),
  );
});

test('the result comes whole, and a page that came in its place is none', async () => {
  const sent = await send();
  await desk.move(sent.code, { move: 'receive' });
  await desk.move(sent.code, { move: 'process' });
  const uploadKey = 'r'.repeat(43);
  const file = await uploadPaper(gateway.fetch, uploadKey, undefined, 'Giấy khai sinh.pdf');
  const completed = await desk.move(sent.code, { move: 'complete', results: [file] }, { uploadKey });
  assert.equal(completed.status, 200, await completed.clone().text());
  const { client, inject } = connect();
  const options = { secret: sent.lookupSecret };
  inject({ kind: 'html', path: '/results' });
  const blob = await client.dossiers.result(sent.code, file, options);
  const hash = createHash('sha256')
    .update(Buffer.from(await blob.arrayBuffer()))
    .digest('hex');
  assert.deepEqual([hash, blob.type], [file.sha256, file.mediaType]);
  const altered = { ...file, sha256: '0'.repeat(64) };
  await assert.rejects(client.dossiers.result(sent.code, altered, options), (error) => {
    return isClientError(error) && error.code === 'transport.not-the-gateway';
  });
  await assert.rejects(
    client.dossiers.result(sent.code, { ...file, uploadId: '0'.repeat(32) }, options),
    (error) => isProblemError(error) && error.status === 404,
  );
});
