import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { after, before, test, type TestContext } from 'node:test';
import { openTestGateway, type TestGateway } from '@motcua/gateway/testing';
import type { ClientOptions } from '../client.js';
import { createUploadKey } from '../codes/keys.js';
import { useFreshIndexedDb } from '../drafts/indexeddb-in-node.test.support.js';
import { SLUG, connectTo, type Line } from '../testing/line-to-gateway.test.support.js';
import type { Fault } from '../testing/fault-transport.js';
import type { Upload, UploadPhase, UploadState } from './upload.js';

const MIB = 1024 * 1024;

let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway();
});
after(() => gateway.close());

function connect(options: Partial<ClientOptions> = {}) {
  return connectTo((request) => gateway.fetch(request), options);
}

/** A whole PDF of about that many bytes, different each time. */
function createPdf(size: number, name = 'Giấy chứng sinh.pdf'): File {
  const filling = randomFillSync(new Uint8Array(size));
  return new File(['%PDF-1.4\n%', filling, '\nstartxref\n9\n%%EOF\n'], name, {
    type: 'application/pdf',
    lastModified: 7,
  });
}

async function digest(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
}

async function begin(line: Line, file: File, uploadKey = createUploadKey()) {
  const { id: draftId } = await line.client.drafts.create(SLUG);
  const place = { draftId, fileId: 'birth-certificate', uploadKey };
  return { place, upload: line.client.uploads.start({ ...place, file, pointer: '/papers/birthCertificate' }) };
}

function record(upload: Upload): UploadState[] {
  const states: UploadState[] = [upload.state.get()];
  upload.state.subscribe(() => states.push(upload.state.get()));
  return states;
}

/** Waits without a clock of its own until the upload says so. */
function reach(upload: Upload, phase: UploadPhase): Promise<UploadState> {
  return new Promise((resolve) => {
    const look = () => {
      if (upload.state.get().phase !== phase) return;
      stop();
      resolve(upload.state.get());
    };
    const stop = upload.state.subscribe(look);
    look();
  });
}

/** Waits are real seconds otherwise. */
function hurryOn(upload: Upload): void {
  upload.state.subscribe(() => {
    if (upload.state.get().phase === 'waiting') setImmediate(() => upload.retry());
  });
}

test('a paper arrives whole, is checked, and its bytes are kept in the draft meanwhile', async () => {
  const line = connect();
  const file = createPdf(2 * MIB);
  const { upload, place } = await begin(line, file);
  const states = record(upload);
  const { attachment, kept, sentBytes } = await upload.settled();
  assert.deepEqual(attachment?.sha256, await digest(file));
  assert.deepEqual([attachment?.name, attachment?.size, kept, sentBytes], [file.name, file.size, true, file.size]);
  assert.deepEqual([...new Set(states.map(({ phase }) => phase))], ['hashing', 'sending', 'checking', 'done']);
  const sent = states.map((state) => state.sentBytes);
  assert.deepEqual(
    sent,
    [...sent].sort((a, b) => a - b),
  );
  assert.deepEqual((await line.client.drafts.files.describe(place.draftId, place.fileId))?.attachment, {
    ...attachment,
  });
  for (const { headers } of line.log.filter(({ url }) => url.includes('/uploads')))
    assert.equal(headers['motcua-upload-key'], place.uploadKey);
});

for (const fault of [
  { kind: 'drop-before', method: 'POST' },
  { kind: 'drop-before', method: 'PATCH', times: 3 },
  { kind: 'drop-after', method: 'PATCH', times: 2 },
  { kind: 'html', method: 'POST' },
  { kind: 'html', method: 'PATCH' },
  { kind: 'status', status: 409, method: 'PATCH' },
  { kind: 'status', status: 423, method: 'HEAD' },
  { kind: 'status', status: 503, retryAfter: 0, method: 'PATCH' },
  { kind: 'status', status: 503, method: 'HEAD' },
  { kind: 'status', status: 404, method: 'PATCH' },
  { kind: 'status', status: 410, method: 'HEAD' },
  { kind: 'drop-after', path: '/completion' },
  { kind: 'drop-before', path: '/completion' },
] satisfies Fault[]) {
  test(`a paper arrives byte for byte in spite of ${JSON.stringify(fault)}`, async () => {
    const line = connect();
    line.inject(fault);
    // A fault of HEAD strikes only where something broke before it.
    if (fault.method === 'HEAD') line.inject({ kind: 'drop-before', method: 'PATCH' });
    const file = createPdf(1.5 * MIB);
    const { upload } = await begin(line, file);
    hurryOn(upload);
    const { phase, attachment } = await upload.settled();
    assert.equal(phase, 'done');
    assert.equal(attachment?.sha256, await digest(file));
    assert.ok(line.log.some(({ fault: struck }) => struck === fault.kind));
  });
}

test('a 503 to the question for the offset does not throw away what was sent', async () => {
  const line = connect();
  line.inject({ kind: 'drop-before', method: 'PATCH' });
  line.inject({ kind: 'status', status: 503, method: 'HEAD', times: 2 });
  const { upload } = await begin(line, createPdf(MIB));
  hurryOn(upload);
  assert.equal((await upload.settled()).phase, 'done');
  assert.equal(line.log.filter(({ method, url }) => method === 'POST' && url.endsWith('/v1/uploads')).length, 1);
});

test('the patience with a busy gateway is not used up by a line that was dead', async () => {
  const line = connect();
  line.inject({ kind: 'drop-before', path: '/v1/uploads', times: 12 });
  line.inject({ kind: 'status', status: 503, path: '/v1/uploads' });
  const { upload } = await begin(line, createPdf(1000));
  hurryOn(upload);
  assert.equal((await upload.settled()).phase, 'done');
});

test('without a line it waits, says why, and goes on when the browser is online again', async () => {
  const line = connect();
  line.inject({ kind: 'drop-before', method: 'POST' });
  const { upload } = await begin(line, createPdf(MIB));
  assert.equal((await reach(upload, 'waiting')).problem?.code, 'transport.offline');
  upload.retry();
  assert.equal((await upload.settled()).phase, 'done');
});

for (const [what, file, code] of [
  ['has no bytes', new File([], 'a.pdf'), 'upload.empty'],
  ['is no paper', new File(['#!/bin/sh'], 'a.pdf'), 'upload.type'],
  ['is cut short', new File(['%PDF-1.4\n'], 'a.pdf'), 'upload.corrupt'],
  ['is too large', createPdf(51 * MIB), 'upload.too-large'],
] satisfies [string, File, string][]) {
  test(`a file that ${what} is refused with ${code}`, async () => {
    const { upload } = await begin(connect(), file);
    const { phase, problem } = await upload.settled();
    assert.deepEqual([phase, problem?.code], ['refused', code]);
  });
}

test('another version of the protocol is told, and trying again is possible', async () => {
  const line = connect();
  line.inject({ kind: 'status', status: 412, method: 'POST' });
  const { upload } = await begin(line, createPdf(MIB));
  const { phase, problem } = await upload.settled();
  assert.deepEqual([phase, problem?.code], ['failed', 'http.412']);
  upload.retry();
  assert.equal((await reach(upload, 'done')).phase, 'done');
});

test('an upload that vanishes each time ends with upload.expired', async () => {
  const line = connect();
  line.inject({ kind: 'status', status: 404, method: 'PATCH', times: 9 });
  const { upload } = await begin(line, createPdf(MIB));
  const { phase, problem } = await upload.settled();
  assert.deepEqual([phase, problem?.code], ['failed', 'upload.expired']);
});

test('a file that changed on disk is sent from the kept copy, byte for byte', async () => {
  const line = connect();
  line.inject({ kind: 'drop-before', method: 'PATCH' });
  const file = createPdf(MIB);
  const expected = await digest(file);
  const { upload } = await begin(line, file);
  await reach(upload, 'waiting');
  file.slice = () => breakBlob(new Blob(['x']));
  upload.retry();
  hurryOn(upload);
  const { phase, attachment } = await upload.settled();
  assert.equal(phase, 'done');
  assert.equal(attachment?.sha256, expected);
});

test('a file that went away and was not kept is refused with upload.file-changed', async () => {
  const file = createPdf(MIB);
  file.slice = () => breakBlob(new Blob(['x']));
  const { upload } = await begin(connect(), file);
  const { phase, problem } = await upload.settled();
  assert.deepEqual([phase, problem?.code], ['refused', 'upload.file-changed']);
});

test('cancelling removes the paper from gateway and draft, at once and afterwards', async () => {
  for (const late of [false, true]) {
    const line = connect();
    if (!late) line.inject({ kind: 'hang', method: 'PATCH' });
    const { upload, place } = await begin(line, createPdf(MIB));
    await (late ? upload.settled() : reach(upload, 'sending').then(() => untilLogged(line, 'PATCH')));
    await upload.cancel();
    assert.equal(upload.state.get().phase, 'cancelled');
    assert.equal(await line.client.drafts.files.describe(place.draftId, place.fileId), undefined);
    const url = line.log.find(({ method }) => method === 'PATCH')?.url ?? '';
    const headers = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': place.uploadKey };
    assert.equal((await gateway.fetch(new Request(url, { method: 'HEAD', headers }))).status, 404);
  }
});

function onDevice(name: string, run: (context: TestContext) => Promise<void>): void {
  test(name, async (context) => {
    useFreshIndexedDb(context);
    await run(context);
  });
}

onDevice('after a reload a half-sent paper goes on where it stopped', async () => {
  const before = connect({ storage: 'device' });
  const file = createPdf(2 * MIB);
  const { upload, place } = await begin(before, file);
  await new Promise<void>((resolve) => {
    upload.state.subscribe(() => {
      if (upload.state.get().sentBytes < MIB) return;
      before.inject({ kind: 'hang', times: 99 });
      resolve();
    });
  });

  const later = connect({ storage: 'device' });
  const resumed = await later.client.uploads.resume(place);
  assert.ok(resumed);
  hurryOn(resumed);
  const { phase, attachment, name } = await resumed.settled();
  assert.deepEqual([phase, name, attachment?.sha256], ['done', file.name, await digest(file)]);
  const sentAgain = later.log.filter(({ method }) => method === 'PATCH').length;
  assert.ok(sentAgain > 0 && sentAgain < 4, `${sentAgain} of 5 chunks were sent again`);
  assert.equal(later.log.filter(({ method, url }) => method === 'POST' && url.endsWith('/v1/uploads')).length, 0);

  const afterwards = connect({ storage: 'device' });
  const done = await afterwards.client.uploads.resume(place);
  assert.deepEqual((await done?.settled())?.attachment, attachment);
  assert.equal(afterwards.log.length, 0);
  await upload.cancel();
});

onDevice('a paper that was too large to keep is asked for again and known by its hash', async () => {
  const before = connect({ storage: 'device' });
  const file = createPdf(MIB);
  const { id: draftId } = await before.client.drafts.create(SLUG);
  const place = { draftId, fileId: 'paper', uploadKey: createUploadKey() };
  const large = new File([new Uint8Array(50 * MIB + 1)], 'Bản đồ.pdf');
  const meta = { name: large.name, type: '', lastModified: 1, sha256: await digest(file) };
  await before.client.drafts.files.put(draftId, 'paper', large, meta);

  const later = connect({ storage: 'device' });
  const resumed = await later.client.uploads.resume(place);
  assert.ok(resumed);
  assert.deepEqual([resumed.state.get().phase, resumed.state.get().name], ['needs-file', 'Bản đồ.pdf']);
  await resumed.offer(createPdf(MIB));
  assert.deepEqual([resumed.state.get().phase, resumed.state.get().problem?.code], ['needs-file', 'upload.other-file']);
  await resumed.offer(file);
  assert.equal((await resumed.settled()).attachment?.sha256, await digest(file));
});

onDevice('an unknown paper has nothing to take up', async () => {
  const { client } = connect({ storage: 'device' });
  assert.equal(await client.uploads.resume({ draftId: 'x', fileId: 'y', uploadKey: createUploadKey() }), undefined);
});

function breakBlob(blob: Blob): Blob {
  blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  blob.stream = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  return blob;
}

async function untilLogged(line: Line, method: string): Promise<void> {
  while (!line.log.some((request) => request.method === method)) await new Promise((resolve) => setImmediate(resolve));
}
