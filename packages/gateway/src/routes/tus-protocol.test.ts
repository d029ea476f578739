/**
 * tus 1.0.0: each MUST that binds a server of the core protocol and of the extensions that the gateway names, over real HTTP.
 * The name of each test says where in the protocol it stands.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as askHttp, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { startServer, type RunningServer } from '../node-server.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import { createTestClock } from '../testing/test-clock.js';
import { createTusClient, UPLOAD_BYTES, type TusClient } from '../testing/tus-client.js';

const PDF = SAMPLE_PAPERS['application/pdf'];
const MAX_BYTES = 5_000;
const LIFE = 3_600;
const clock = createTestClock('2026-07-15');
let folder: string;
let server: RunningServer;
let tus: TusClient;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tus-'));
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: { kind: 'pglite' },
    uploadsDir: join(folder, 'uploads'),
    allowedOrigins: ['http://localhost:4170'],
    clock,
    limits: { uploads: { maxBytes: MAX_BYTES, expiresAfterSeconds: LIFE } },
  });
  tus = createTusClient(server.url, fetch);
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
}

/** What `fetch` would not send: methods and headers as they stand. */
function askRaw(method: string, path: string, headers: Record<string, string>, body?: Uint8Array): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const sent = askHttp(`${server.url}${path}`, { method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

async function readOffset(path: string): Promise<string | null> {
  return (await tus.send('HEAD', path)).headers.get('upload-offset');
}

async function readCode(answer: Response): Promise<string> {
  return ((await answer.json()) as Problem).code;
}

test('Core, HEAD: the offset is in every answer, also at 0 and when the upload is whole', async () => {
  const path = await tus.create(PDF.byteLength);
  assert.equal(await readOffset(path), '0');
  await tus.patch(path, 0, PDF);
  assert.equal(await readOffset(path), String(PDF.byteLength));
});

test('Core, HEAD: a length that is known is in the answer', async () => {
  const path = await tus.create(123);
  assert.equal((await tus.send('HEAD', path)).headers.get('upload-length'), '123');
});

test('Core, HEAD: nothing on the way may keep the answer', async () => {
  const path = await tus.create(1);
  assert.equal((await tus.send('HEAD', path)).headers.get('cache-control'), 'no-store');
});

test('Core, HEAD: an upload that is not there is 404 without an offset', async () => {
  const answer = await tus.send('HEAD', `/v1/uploads/${'0'.repeat(32)}`);
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get('upload-offset'), null);
});

test('Core, PATCH: bytes are taken in application/offset+octet-stream alone, others are 415 and change nothing', async () => {
  const path = await tus.create(PDF.byteLength);
  for (const type of ['application/octet-stream', 'text/plain', null]) {
    const answer = await tus.send('PATCH', path, { 'Upload-Offset': '0', 'Content-Type': type }, PDF);
    assert.equal(answer.status, 415, String(type));
    assert.equal(await readCode(answer), 'upload.media-type');
  }
  assert.equal(await readOffset(path), '0');
});

test('Core, PATCH: an offset that is not where the upload stands is 409, and the upload stays as it is', async () => {
  const path = await tus.create(PDF.byteLength);
  await tus.patch(path, 0, PDF.subarray(0, 50));
  for (const offset of [0, 49, 51, PDF.byteLength]) {
    const answer = await tus.patch(path, offset, PDF.subarray(50, 60));
    assert.equal(answer.status, 409, String(offset));
  }
  assert.equal(await readOffset(path), '50');
});

test('Core, PATCH: what is taken is 204 with an offset that is the one before plus the bytes that came', async () => {
  const path = await tus.create(PDF.byteLength);
  const first = await tus.patch(path, 0, PDF.subarray(0, 40));
  assert.deepEqual([first.status, first.headers.get('upload-offset')], [204, '40']);
  const second = await tus.patch(path, 40, PDF.subarray(40, 100));
  assert.deepEqual([second.status, second.headers.get('upload-offset')], [204, '100']);
  assert.equal(await second.text(), '');
});

test('Core, PATCH: an offset that is no non-negative whole number is refused', async () => {
  const path = await tus.create(PDF.byteLength);
  for (const offset of ['-1', '1.5', 'x', '0x0', null]) {
    const answer = await tus.send('PATCH', path, { 'Upload-Offset': offset, 'Content-Type': UPLOAD_BYTES }, PDF);
    assert.equal(answer.status, 400, String(offset));
  }
  assert.equal(await readOffset(path), '0');
});

test('Core, OPTIONS: 204 with the versions; the version of the client counts for nothing', async () => {
  for (const headers of [{}, { 'Tus-Resumable': '0.2.2' }]) {
    const answer = await fetch(`${server.url}/v1/uploads`, { method: 'OPTIONS', headers });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('tus-version'), '1.0.0');
  }
});

test('Core, Tus-Resumable: it is in every answer but those to OPTIONS, refusals included', async () => {
  const path = await tus.create(PDF.byteLength);
  const unknown = `/v1/uploads/${'0'.repeat(32)}`;
  const answers = [
    await tus.send('POST', '/v1/uploads', { 'Upload-Length': '1' }),
    await tus.send('POST', '/v1/uploads', { 'Upload-Length': String(MAX_BYTES + 1) }),
    await tus.send('POST', '/v1/uploads', { 'Upload-Length': '1', Origin: 'https://evil.example' }),
    await tus.send('HEAD', path),
    await tus.send('HEAD', unknown),
    await tus.patch(path, 0, PDF),
    await tus.patch(path, 1, PDF),
    await tus.send('PUT', path),
    await tus.send('DELETE', path),
    await tus.send('DELETE', unknown),
    await tus.send('HEAD', path, { 'Tus-Resumable': '0.2.2' }),
  ];
  for (const answer of answers) assert.equal(answer.headers.get('tus-resumable'), '1.0.0', String(answer.status));
});

test('Core, Tus-Resumable: another version is 412 with the versions that are spoken, and nothing is done', async () => {
  const path = await tus.create(PDF.byteLength);
  for (const version of ['0.2.2', '2.0.0', null]) {
    const headers = { 'Tus-Resumable': version, 'Upload-Offset': '0', 'Content-Type': UPLOAD_BYTES };
    for (const answer of [
      await tus.send('POST', '/v1/uploads', { 'Tus-Resumable': version, 'Upload-Length': '1' }),
      await tus.send('HEAD', path, { 'Tus-Resumable': version }),
      await tus.send('PATCH', path, headers, PDF),
      await tus.send('DELETE', path, { 'Tus-Resumable': version }),
    ]) {
      assert.equal(answer.status, 412);
      assert.equal(answer.headers.get('tus-version'), '1.0.0');
    }
  }
  assert.equal(await readOffset(path), '0');
});

test('Core, Tus-Extension: what is named works, what does not work is not named', async () => {
  const answer = await fetch(`${server.url}/v1/uploads`, { method: 'OPTIONS' });
  assert.deepEqual((answer.headers.get('tus-extension') ?? '').split(','), [
    'creation',
    'creation-with-upload',
    'termination',
    'expiration',
  ]);
  const deferred = await tus.send('POST', '/v1/uploads', { 'Upload-Defer-Length': '1' });
  const partial = await tus.send('POST', '/v1/uploads', { 'Upload-Length': '1', 'Upload-Concat': 'partial' });
  assert.deepEqual([deferred.status, partial.status], [400, 400]);
});

test('Core, Tus-Max-Size: the limit is said in bytes', async () => {
  const answer = await fetch(`${server.url}/v1/uploads`, { method: 'OPTIONS' });
  assert.equal(answer.headers.get('tus-max-size'), String(MAX_BYTES));
});

test('Core, X-HTTP-Method-Override: it is the method, and the one on the line counts for nothing', async () => {
  const path = await tus.create(PDF.byteLength);
  const own = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': tus.key };
  const bytes = { ...own, 'Upload-Offset': '0', 'Content-Type': UPLOAD_BYTES, 'X-HTTP-Method-Override': 'PATCH' };
  const patched = await askRaw('POST', path, bytes, PDF);
  assert.deepEqual([patched.status, patched.headers['upload-offset']], [204, String(PDF.byteLength)]);
  const head = await askRaw('GET', path, { ...own, 'X-HTTP-Method-Override': 'HEAD' });
  assert.deepEqual([head.status, head.headers['upload-offset']], [200, String(PDF.byteLength)]);
  assert.equal((await askRaw('POST', path, { ...own, 'X-HTTP-Method-Override': 'NOTHING' })).status, 405);
  const foreign = { ...own, 'X-HTTP-Method-Override': 'DELETE', Origin: 'https://evil.example' };
  assert.equal(
    (await askRaw('GET', path, foreign)).status,
    403,
    'a foreign page is refused by the method that is meant',
  );
  assert.equal((await askRaw('GET', path, { ...own, 'X-HTTP-Method-Override': 'DELETE' })).status, 204);
  assert.equal((await tus.send('HEAD', path)).status, 404);
});

test('Creation: 201 with the address of the upload, which is there at once', async () => {
  const answer = await tus.send('POST', '/v1/uploads', { 'Upload-Length': '7' });
  assert.equal(answer.status, 201);
  const address = new URL(answer.headers.get('location') ?? '', `${server.url}/v1/uploads`);
  assert.equal((await tus.send('HEAD', address.pathname)).headers.get('upload-length'), '7');
});

test('Creation, Upload-Length: it is asked for, as a non-negative whole number', async () => {
  for (const length of [null, '', '-1', '1.5', 'x']) {
    const answer = await tus.send('POST', '/v1/uploads', { 'Upload-Length': length });
    assert.equal(answer.status, 400, String(length));
  }
  assert.equal(
    (await tus.send('POST', '/v1/uploads', { 'Upload-Length': '0' })).status,
    201,
    'an empty file may be opened',
  );
});

test('Creation, Tus-Max-Size: a length over it is 413', async () => {
  const answer = await tus.send('POST', '/v1/uploads', { 'Upload-Length': String(MAX_BYTES + 1) });
  assert.deepEqual([answer.status, await readCode(answer)], [413, 'upload.too-large']);
});

test('Creation, Upload-Metadata: it is not kept, so no answer gives it back', async () => {
  const metadata = `filename ${Buffer.from('giấy chứng sinh.pdf').toString('base64')}`;
  const answer = await tus.send('POST', '/v1/uploads', { 'Upload-Length': '1', 'Upload-Metadata': metadata });
  assert.equal(answer.status, 201);
  const head = await tus.send('HEAD', answer.headers.get('location') ?? '');
  assert.equal(head.headers.get('upload-metadata'), null);
});

test('Creation With Upload: the answer says how much was taken', async () => {
  const headers = { 'Upload-Length': String(PDF.byteLength), 'Content-Type': UPLOAD_BYTES };
  const answer = await tus.send('POST', '/v1/uploads', headers, PDF.subarray(0, 30));
  assert.deepEqual([answer.status, answer.headers.get('upload-offset')], [201, '30']);
  assert.equal(await readOffset(answer.headers.get('location') ?? ''), '30');
});

test('Creation With Upload: bytes in another type are not taken for the upload', async () => {
  const headers = { 'Upload-Length': '5', 'Content-Type': 'text/plain' };
  const answer = await tus.send('POST', '/v1/uploads', headers, Buffer.from('hello'));
  assert.equal(answer.status, 201);
  assert.equal(await readOffset(answer.headers.get('location') ?? ''), '0');
});

test('Expiration, Upload-Expires: the end is in the answer to the creation and to every PATCH, as an HTTP date', async () => {
  const end = new Date(clock.now().getTime() + LIFE * 1000).toUTCString();
  const created = await tus.send('POST', '/v1/uploads', { 'Upload-Length': String(PDF.byteLength) });
  const path = created.headers.get('location') ?? '';
  clock.advance(600);
  const answers = [created, await tus.patch(path, 0, PDF.subarray(0, 9)), await tus.patch(path, 9, PDF.subarray(9))];
  for (const answer of answers) assert.equal(answer.headers.get('upload-expires'), end);
});

test('Expiration: an upload past its end is 410 and says so in words, and stays gone', async () => {
  const path = await tus.create(PDF.byteLength);
  await tus.patch(path, 0, PDF.subarray(0, 100));
  clock.advance(LIFE + 1);
  const head = await tus.send('HEAD', path);
  assert.deepEqual([head.status, head.headers.get('upload-offset')], [410, null]);
  const late = await tus.patch(path, 100, PDF.subarray(100));
  const problem = (await late.json()) as Problem;
  assert.deepEqual([late.status, problem.code, problem.title], [410, 'upload.expired', 'The upload has expired.']);
  assert.equal(await readCode(await tus.complete(path, PDF)), 'upload.expired');
  await server.gateway.sweep();
  assert.equal((await tus.send('HEAD', path)).status, 404);
});

test('Termination: 204, and later requests for the address are 404', async () => {
  const path = await tus.create(PDF.byteLength);
  await tus.patch(path, 0, PDF.subarray(0, 10));
  assert.equal((await tus.send('DELETE', path)).status, 204);
  assert.deepEqual(
    [
      (await tus.send('HEAD', path)).status,
      (await tus.patch(path, 10, PDF)).status,
      (await tus.send('DELETE', path)).status,
    ],
    [404, 404, 404],
  );
});
