/**
 * A holds rights of its own and names what belongs to B: in an address, in a body, in a header. Ids are names, never rights.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Attachment, OfficerMove, Problem } from '@motcua/schemas';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { uploadPaper } from '../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { createTusClient } from '../testing/tus-client.js';

const BASE = 'http://127.0.0.1:4180';
let gateway: TestGateway;
let desk: DeskClient;
let mine: SentDossier;
let theirs: SentDossier;
let theirResult: Attachment;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20' });
  desk = await openDeskClient(gateway);
  mine = await sendSample(gateway);
  theirs = await sendSample(gateway);
  theirResult = await complete(theirs);
});
after(() => gateway.close());

async function complete(dossier: SentDossier): Promise<Attachment> {
  await desk.move(dossier.code, { move: 'receive' });
  await desk.move(dossier.code, { move: 'process' });
  const { key } = createTusClient(BASE, gateway.fetch);
  const result = await uploadPaper(gateway.fetch, key);
  const answer = await desk.move(dossier.code, { move: 'complete', results: [result] }, { uploadKey: key });
  assert.equal(answer.status, 200, await answer.clone().text());
  return result;
}

async function readCode(answer: Response): Promise<string> {
  return `${answer.status} ${((await answer.json()) as Problem).code}`;
}

function readWith(dossier: SentDossier, path: string): Promise<Response> {
  const headers = { 'Motcua-Lookup-Secret': dossier.lookupSecret };
  return gateway.fetch(new Request(`${BASE}/v1/dossiers/${path}`, { headers }));
}

/** Papers in the answers of a dossier. */
function listPapers(value: unknown): Attachment[] {
  if (Array.isArray(value)) return value.flatMap(listPapers);
  if (typeof value !== 'object' || value === null) return [];
  return 'uploadId' in value ? [value as Attachment] : Object.values(value).flatMap(listPapers);
}

test('the secret of one dossier opens no other: neither itself, nor its results, nor its letters', async () => {
  assert.equal(await readCode(await readWith(mine, theirs.code)), '404 dossier.not-found');
  for (const path of [`results/${theirResult.uploadId}`, 'letters/1'])
    assert.equal(await readCode(await readWith(mine, `${theirs.code}/${path}`)), '404 dossier.not-found', path);
});

test('under the own dossier a foreign file is not there, for citizen and officer alike', async () => {
  const [foreignPaper] = listPapers(theirs.submission.data);
  for (const uploadId of [theirResult.uploadId, foreignPaper?.uploadId ?? '0'.repeat(32)]) {
    assert.equal(await readCode(await readWith(mine, `${mine.code}/results/${uploadId}`)), '404 paper.not-found');
    assert.equal(await readCode(await desk.send(`dossiers/${mine.code}/papers/${uploadId}`)), '404 paper.not-found');
  }
});

test('an upload that nobody has claimed is read by nobody, whatever its id is put behind', async () => {
  const { uploadId } = await uploadPaper(gateway.fetch, createTusClient(BASE, gateway.fetch).key);
  assert.equal(await readCode(await readWith(theirs, `${theirs.code}/results/${uploadId}`)), '404 paper.not-found');
  assert.equal(await readCode(await desk.send(`dossiers/${theirs.code}/papers/${uploadId}`)), '404 paper.not-found');
});

test('another agency finds no dossier by its code, in an address, in a list, in a move or in a bulk reception', async () => {
  const other = await openDeskClient(gateway, { agencyCode: '09556' });
  assert.equal(await readCode(await other.send(`dossiers/${mine.code}`)), '404 dossier.not-found');
  const queue = await other.send('queue', { method: 'POST', body: { code: mine.code } });
  assert.deepEqual(((await queue.json()) as { dossiers: unknown[] }).dossiers, []);
  const moved = await other.move(mine.code, { move: 'receive' }, { version: 1 });
  assert.equal(await readCode(moved), '404 dossier.not-found');
  const received = await other.send('receptions', {
    method: 'POST',
    body: { dossiers: [{ code: mine.code, version: 1 }] },
  });
  assert.match(await received.text(), /"outcome":"refused".*dossier\.not-found/);
  assert.equal((await gateway.database.dossiers.findLock(mine.code))?.state, 'submitted');
});

test('a result is taken only from the key that uploaded it, and only once', async () => {
  const dossier = await sendSample(gateway);
  await desk.move(dossier.code, { move: 'receive' });
  await desk.move(dossier.code, { move: 'process' });
  const [one, another] = [createTusClient(BASE, gateway.fetch), createTusClient(BASE, gateway.fetch)];
  const result = await uploadPaper(gateway.fetch, one.key);
  const finish = (results: Attachment[], uploadKey: string): Promise<Response> =>
    desk.move(dossier.code, { move: 'complete', results } as OfficerMove, { uploadKey });
  assert.equal(await readCode(await finish([result], another.key)), '422 result.refused', 'of another officer');
  assert.equal(await readCode(await finish([theirResult], one.key)), '422 result.refused', 'of another dossier');
  const [paper] = listPapers(dossier.submission.data);
  if (paper)
    assert.equal(await readCode(await finish([paper], one.key)), '422 result.refused', 'a paper of the citizen');
  assert.equal((await finish([result], one.key)).status, 200);
});

test('one paper sent in ten dossiers at once is in one of them', async () => {
  const template = await sendSample(gateway);
  const tus = createTusClient(BASE, gateway.fetch);
  const paper = await uploadPaper(gateway.fetch, tus.key);
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.some((item) => listPapers(item).length > 0) ? [paper] : value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, swap(child)]));
  };
  const lists = listPapers(template.submission.data).length;
  assert.ok(lists >= 1, 'the sample holds papers');
  const data = swap(template.submission.data);
  const before = await gateway.database.dossiers.count();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      gateway.fetch(
        new Request(`${BASE}/v1/procedures/${template.slug}/dossiers`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': randomUUID(),
            'Motcua-Upload-Key': tus.key,
          },
          body: JSON.stringify({ ...template.submission, data }),
        }),
      ),
    ),
  );
  const taken = answers.filter(({ status }) => status === 201).length;
  assert.ok(taken <= 1);
  assert.equal((await gateway.database.dossiers.count()) - before, taken);
  for (const answer of answers) if (answer.status !== 201) assert.equal(answer.status, 422);
});

test('names of places that are the gateway’s to choose are refused in a body', async () => {
  const prepared = await sendSample(gateway);
  for (const extra of [
    { id: randomUUID() },
    { provisionalCode: theirs.code },
    { state: 'completed' },
    { dossierId: '1' },
  ]) {
    const request = new Request(`${BASE}/v1/procedures/${prepared.slug}/dossiers`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        'Motcua-Upload-Key': prepared.uploadKey,
      },
      body: JSON.stringify({ ...prepared.submission, ...extra }),
    });
    const answer = await gateway.fetch(request, { brokenOnPurpose: true });
    assert.equal(await readCode(answer), '400 request.malformed', Object.keys(extra)[0]);
  }
});

test('an id that leads out of the folder of uploads leads nowhere', async () => {
  const tus = createTusClient(BASE, gateway.fetch);
  for (const id of [
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    `${'0'.repeat(32)}%00`,
    '.json',
    `${theirResult.uploadId}.json`,
  ])
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      const headers =
        method === 'PATCH' ? { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' } : {};
      const answer = await gateway.gateway.fetch(tus.write(method, `/v1/uploads/${id}`, headers));
      assert.ok([404, 405].includes(answer.status), `${method} ${id} ${answer.status}`);
    }
});
