import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Attachment, Problem } from '@motcua/schemas';
import { PROBLEMS } from '../errors.js';
import { startClamd, type ClamdServer } from '../testing/clamd-server.js';
import { openDeskClient } from '../testing/desk-client.js';
import { listHostileFiles, makeHostileFile, type HostileFile } from '../testing/hostile-files.js';
import { sendSample } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { createTusClient, UPLOAD_BYTES, type TusClient } from '../testing/tus-client.js';

const BASE = 'http://127.0.0.1:4180';
const FILES = await listHostileFiles();
const ACCEPTED = FILES.filter(({ expect }) => 'accepted' in expect);
let gateway: TestGateway;
let guarded: TestGateway;
let clamd: ClamdServer;
before(async () => {
  clamd = await startClamd();
  gateway = await openTestGateway({ now: '2026-11-20' });
  guarded = await openTestGateway({ now: '2026-11-20', scanner: { clamd: clamd.address } });
});
after(async () => {
  await gateway.close();
  await guarded.close();
  await clamd.close();
});

interface Outcome {
  /** Of the answer that decided. */
  answer: Response;
  at: 'bytes' | 'completion';
  uploadId: string;
}

async function sendFile(file: HostileFile, { fetch }: TestGateway, tus: TusClient): Promise<Outcome> {
  const bytes = makeHostileFile(file);
  const metadata = file.announcedType === undefined ? undefined : Buffer.from(file.announcedType).toString('base64');
  const created = await tus.send('POST', '/v1/uploads', {
    'Upload-Length': String(file.announced ?? bytes.byteLength),
    ...(metadata === undefined ? {} : { 'Upload-Metadata': `filetype ${metadata}` }),
  });
  assert.equal(created.status, 201);
  const path = created.headers.get('location') ?? '';
  const uploadId = path.split('/').pop() ?? '';
  const patched = await tus.send('PATCH', path, { 'Upload-Offset': '0', 'Content-Type': UPLOAD_BYTES }, bytes);
  if (patched.status !== 204) return { answer: patched, at: 'bytes', uploadId };
  const sha256 = file.sha256 ?? createHash('sha256').update(bytes).digest('hex');
  const completion = new Request(`${BASE}${path}/completion`, {
    method: 'POST',
    headers: { 'Motcua-Upload-Key': tus.key, 'Content-Type': 'application/json' },
    body: JSON.stringify({ sha256, name: file.fileName }),
  });
  return { answer: await fetch(completion), at: 'completion', uploadId };
}

async function listBytes({ uploadsDir }: TestGateway, uploadId: string): Promise<string[]> {
  return (await readdir(uploadsDir)).filter((name) => name.startsWith(uploadId));
}

test('the set has at least 25 files, of which some are taken and some refused', () => {
  assert.ok(FILES.length >= 25);
  assert.ok(ACCEPTED.length >= 5 && ACCEPTED.length < FILES.length);
  assert.equal(new Set(FILES.map(({ name }) => name)).size, FILES.length);
});

for (const file of FILES) {
  const { expect } = file;
  const what = 'accepted' in expect ? `is taken as ${expect.accepted}` : `is refused with ${expect.refused}`;
  test(`${file.name}: ${file.what} ${what}`, async () => {
    const { answer, at, uploadId } = await sendFile(file, gateway, createTusClient(BASE, gateway.fetch));
    if ('accepted' in expect) {
      assert.equal(answer.status, 200, await answer.clone().text());
      const { mediaType, name, sha256 } = (await answer.json()) as Attachment;
      assert.deepEqual({ mediaType, name }, { mediaType: expect.accepted, name: expect.name });
      assert.equal(
        sha256,
        createHash('sha256').update(makeHostileFile(file)).digest('hex'),
        'the bytes are as they were',
      );
      return;
    }
    const problem = (await answer.json()) as Problem;
    assert.deepEqual([problem.code, at], [expect.refused, expect.at ?? 'completion']);
    assert.ok(problem.code in PROBLEMS && (problem.detail ?? '') !== '', 'with a cure');
    assert.equal((await gateway.database.uploads.find(uploadId))?.attachment, undefined, 'it is no attachment');
  });

  test(`${file.name}, with a scanner: nothing that it finds stays, and nothing else changes`, async () => {
    const { answer, uploadId } = await sendFile(file, guarded, createTusClient(BASE, guarded.fetch));
    const scanned = 'accepted' in expect ? expect.scanned : expect.refused;
    if (scanned === undefined) return assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as Problem).code, scanned);
    if (scanned === 'upload.infected') {
      assert.deepEqual(await listBytes(guarded, uploadId), []);
      assert.equal(await guarded.database.uploads.find(uploadId), undefined);
    }
  });
}

test('the scanner was asked about every file that is a paper, and about no other', () => {
  assert.equal(clamd.files.length, ACCEPTED.length);
});

test('what is taken is handed out so that no browser runs it, to the citizen and at the desk alike', async () => {
  const sent = await sendSample(gateway);
  const officer = await openDeskClient(gateway);
  assert.equal((await officer.move(sent.code, { move: 'receive' })).status, 200);
  assert.equal((await officer.move(sent.code, { move: 'process' })).status, 200);
  const tus = createTusClient(BASE, gateway.fetch);
  const results: { attachment: Attachment; bytes: Buffer }[] = [];
  for (const file of ACCEPTED)
    results.push({
      attachment: (await (await sendFile(file, gateway, tus)).answer.json()) as Attachment,
      bytes: makeHostileFile(file),
    });
  const move = { move: 'complete', results: results.map(({ attachment }) => attachment) } as const;
  const completed = await officer.move(sent.code, move, { uploadKey: tus.key });
  assert.equal(completed.status, 200, await completed.clone().text());
  for (const { attachment, bytes } of results) {
    for (const answer of [
      await officer.send(`dossiers/${sent.code}/papers/${attachment.uploadId}`),
      await sent.ask(`/results/${attachment.uploadId}`),
    ]) {
      assert.equal(answer.status, 200);
      assertHarmless(answer, attachment);
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
    }
  }
});

function assertHarmless({ headers }: Response, { mediaType }: Attachment): void {
  assert.equal(headers.get('content-type'), mediaType, 'the type by content, without a charset');
  assert.match(
    headers.get('content-disposition') ?? '',
    /^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''[^\s"<>]+$/,
  );
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /(^|; )sandbox(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(headers.get('cache-control'), 'no-store');
}
