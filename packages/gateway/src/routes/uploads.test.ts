import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Attachment, Problem } from '@motcua/schemas';
import { uploadPaper } from '../testing/sample-dossier.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const PDF = SAMPLE_PAPERS['application/pdf'];
const BYTES = 'application/offset+octet-stream';
let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway({
    now: '2026-07-15',
    limits: { uploads: { maxBytes: 5000, maxCount: 5, maxTotalBytes: 12_000, expiresAfterSeconds: 3600 } },
  });
});
after(() => gateway.close());

function makeKey(): string {
  return randomBytes(32).toString('base64url');
}

function ask(
  method: string,
  path: string,
  key: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Request {
  return new Request(`${BASE}${path}`, {
    method,
    headers: { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key, ...headers },
    ...(body ? { body: Buffer.from(body) } : {}),
  });
}

async function create(key: string, length: number): Promise<string> {
  const answer = await gateway.fetch(ask('POST', '/v1/uploads', key, { 'Upload-Length': String(length) }));
  assert.equal(answer.status, 201);
  return answer.headers.get('location') ?? '';
}

async function sendBytes(path: string, key: string, offset: number, bytes: Uint8Array): Promise<Response> {
  return gateway.fetch(ask('PATCH', path, key, { 'Upload-Offset': String(offset), 'Content-Type': BYTES }, bytes));
}

function complete(path: string, key: string, bytes: Uint8Array, name = 'giấy chứng sinh.pdf'): Promise<Response> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return gateway.fetch(
    new Request(`${BASE}${path}/completion`, {
      method: 'POST',
      headers: { 'Motcua-Upload-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sha256, name }),
    }),
  );
}

async function uploadWhole(bytes: Uint8Array, name?: string): Promise<Response> {
  const key = makeKey();
  const path = await create(key, bytes.byteLength);
  if (bytes.byteLength > 0) assert.equal((await sendBytes(path, key, 0, bytes)).status, 204);
  return complete(path, key, bytes, name);
}

async function readCode(answer: Response): Promise<string> {
  return ((await answer.json()) as Problem).code;
}

test('the gateway says which tus it speaks', async () => {
  const answer = await gateway.fetch(new Request(`${BASE}/v1/uploads`, { method: 'OPTIONS' }));
  assert.equal(answer.headers.get('tus-version'), '1.0.0');
  assert.equal(answer.headers.get('tus-max-size'), '5000');
  assert.match(answer.headers.get('tus-extension') ?? '', /creation.*termination.*expiration/);
});

test('an upload that was cut goes on where it stopped, and becomes an attachment with its hash', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  assert.equal((await sendBytes(path, key, 0, PDF.subarray(0, 100))).status, 204);
  const head = await gateway.fetch(ask('HEAD', path, key));
  assert.equal(head.headers.get('upload-offset'), '100');
  assert.equal(await readCode(await complete(path, key, PDF)), 'upload.incomplete');
  assert.equal((await sendBytes(path, key, 100, PDF.subarray(100))).status, 204);
  const attachment = (await (await complete(path, key, PDF)).json()) as Attachment;
  assert.deepEqual(attachment, {
    uploadId: path.split('/').pop(),
    name: 'giấy chứng sinh.pdf',
    mediaType: 'application/pdf',
    size: PDF.byteLength,
    sha256: createHash('sha256').update(PDF).digest('hex'),
  });
});

test('a completion that is asked twice, also at once, answers the same', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  await sendBytes(path, key, 0, PDF);
  const answers = await Promise.all(['một.pdf', 'hai.pdf', 'ba.pdf'].map((name) => complete(path, key, PDF, name)));
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  assert.equal(new Set(bodies).size, 1);
  assert.equal(await (await complete(path, key, PDF)).text(), bodies[0]);
  assert.equal(await readCode(await complete(path, key, Buffer.from('other'))), 'upload.checksum');
});

test('each kind of paper is known by its content, whatever it is called', async () => {
  for (const [mediaType, bytes] of Object.entries(SAMPLE_PAPERS)) {
    const attachment = (await (await uploadWhole(bytes, 'ảnh.exe')).json()) as Attachment;
    assert.equal(attachment.mediaType, mediaType);
    assert.match(attachment.name, /^ảnh\.exe\.(pdf|jpg|png|webp)$/);
  }
});

test('an empty, a foreign, a damaged and an altered file are refused by name', async () => {
  assert.equal(await readCode(await uploadWhole(new Uint8Array())), 'upload.empty');
  assert.equal(await readCode(await uploadWhole(Buffer.from('<svg onload="alert(1)"/>'), 'ảnh.png')), 'upload.type');
  assert.equal(await readCode(await uploadWhole(PDF.subarray(0, 200))), 'upload.corrupt');
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  await sendBytes(path, key, 0, PDF);
  assert.equal(await readCode(await complete(path, key, Buffer.concat([PDF, PDF]))), 'upload.checksum');
});

test('a file over the limit is refused before a byte is sent', async () => {
  const answer = await gateway.fetch(ask('POST', '/v1/uploads', makeKey(), { 'Upload-Length': '5001' }));
  assert.equal(answer.status, 413);
  assert.equal(await readCode(answer), 'upload.too-large');
});

test('more bytes than were announced are refused', async () => {
  const key = makeKey();
  const path = await create(key, 10);
  const answer = await sendBytes(path, key, 0, PDF);
  assert.equal(await readCode(answer), 'upload.too-large');
});

test('bytes for another offset are refused, and nothing changes', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  await sendBytes(path, key, 0, PDF.subarray(0, 50));
  assert.equal(await readCode(await sendBytes(path, key, 10, PDF.subarray(10))), 'upload.offset-conflict');
  assert.equal((await gateway.fetch(ask('HEAD', path, key))).headers.get('upload-offset'), '50');
});

test('with another key an upload is not there, for any method', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  const foreign = makeKey();
  const unknown = await gateway.fetch(ask('DELETE', `/v1/uploads/${'0'.repeat(32)}`, key));
  const refusals = [
    await gateway.fetch(ask('DELETE', path, foreign)),
    await sendBytes(path, foreign, 0, PDF),
    await complete(path, foreign, PDF),
    unknown,
  ];
  const bodies = await Promise.all(refusals.map((answer) => answer.text()));
  assert.equal(new Set(bodies).size, 1);
  assert.equal((await gateway.fetch(ask('HEAD', path, foreign))).status, 404);
  assert.equal((await gateway.fetch(ask('HEAD', path, key))).status, 200);
});

test('without key, version, length or the right content type there is no upload', async () => {
  const key = makeKey();
  const path = await create(key, 10);
  const cases: [Request, string][] = [
    [
      new Request(`${BASE}/v1/uploads`, {
        method: 'POST',
        headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '10' },
      }),
      'request.header-missing',
    ],
    [
      new Request(`${BASE}/v1/uploads`, {
        method: 'POST',
        headers: { 'Motcua-Upload-Key': key, 'Upload-Length': '10' },
      }),
      'upload.version',
    ],
    [ask('POST', '/v1/uploads', key, { 'Upload-Defer-Length': '1' }), 'upload.length-required'],
    [ask('POST', '/v1/uploads', key, { 'Upload-Length': '-1' }), 'upload.length-required'],
    [ask('PATCH', path, key, { 'Upload-Offset': '0', 'Content-Type': 'text/plain' }, PDF), 'upload.media-type'],
    [ask('PATCH', path, key, { 'Content-Type': BYTES }, PDF), 'upload.bad-request'],
  ];
  for (const [request, code] of cases) {
    const answer = await gateway.fetch(request, { brokenOnPurpose: true });
    assert.equal(await readCode(answer), code);
  }
});

test('a key may hold so many files and so many bytes, and removing one makes room', async () => {
  const key = makeKey();
  const paths: string[] = [];
  for (let count = 0; count < 5; count += 1) paths.push(await create(key, 100));
  const sixth = await gateway.fetch(ask('POST', '/v1/uploads', key, { 'Upload-Length': '100' }));
  assert.equal(await readCode(sixth), 'upload.quota');
  assert.equal((await gateway.fetch(ask('DELETE', paths[0] as string, key))).status, 204);
  await create(key, 100);
  const heavy = makeKey();
  for (let count = 0; count < 2; count += 1) await create(heavy, 5000);
  assert.equal((await gateway.fetch(ask('POST', '/v1/uploads', heavy, { 'Upload-Length': '5000' }))).status, 429);
});

test('what was removed is gone, record and bytes', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  await sendBytes(path, key, 0, PDF);
  assert.equal((await gateway.fetch(ask('DELETE', path, key))).status, 204);
  assert.equal((await gateway.fetch(ask('HEAD', path, key))).status, 404);
  const id = path.split('/').pop() as string;
  assert.deepEqual(
    (await readdir(gateway.uploadsDir)).filter((file) => file.startsWith(id)),
    [],
  );
});

test('a paper that a dossier holds is neither removed nor swept', async () => {
  const key = makeKey();
  const { uploadId } = await uploadPaper(gateway.fetch, key);
  const upload = await gateway.database.uploads.find(uploadId);
  assert.ok(upload?.attachment);
  const dossierId = await insertDossier();
  assert.equal(await gateway.database.uploads.claim([uploadId], dossierId), 1);
  assert.equal(await readCode(await gateway.fetch(ask('DELETE', `/v1/uploads/${uploadId}`, key))), 'upload.in-use');
  gateway.clock.advance(7200);
  await gateway.gateway.sweep();
  gateway.clock.advance(-7200);
  assert.ok((await readdir(gateway.uploadsDir)).includes(uploadId));
});

test('an upload that no dossier holds expires, says so, and is swept', async () => {
  const key = makeKey();
  const path = await create(key, PDF.byteLength);
  gateway.clock.advance(3601);
  assert.equal((await gateway.fetch(ask('HEAD', path, key))).status, 410);
  assert.equal(await readCode(await sendBytes(path, key, 0, PDF)), 'upload.expired');
  assert.ok((await gateway.gateway.sweep()) >= 1);
  assert.equal((await gateway.fetch(ask('HEAD', path, key))).status, 404);
  const id = path.split('/').pop() as string;
  assert.deepEqual(
    (await readdir(gateway.uploadsDir)).filter((file) => file.startsWith(id)),
    [],
  );
  gateway.clock.advance(-3601);
});

test('a file name that comes with the creation is not kept anywhere', async () => {
  const key = makeKey();
  const name = Buffer.from('Nguyễn Văn Bí Mật.pdf').toString('base64');
  const created = await gateway.fetch(
    ask('POST', '/v1/uploads', key, { 'Upload-Length': '10', 'Upload-Metadata': `filename ${name}` }),
  );
  const head = await gateway.fetch(ask('HEAD', created.headers.get('location') ?? '', key));
  assert.doesNotMatch(JSON.stringify([...head.headers]), new RegExp(name.slice(0, 12)));
  assert.doesNotMatch(JSON.stringify(gateway.logs), /Bí Mật/);
});

async function insertDossier(): Promise<string> {
  const procedure = {
    slug: 'sample/paper',
    code: '',
    version: '1.0.0',
    planHash: '0'.repeat(64),
    title: { vi: 'Mẫu' },
  };
  const agency = { code: '00004', name: { vi: 'Mẫu' }, provinceCode: '01', provinceName: { vi: 'Mẫu' } };
  const id = await gateway.database.dossiers.insert({
    names: { applicant: '', folded: '' },
    confirmation: {
      provisionalCode: `TN-${randomBytes(4).toString('hex')}`,
      submittedAt: '2026-07-15T05:00:00Z',
      procedure,
      agency,
      state: { name: 'submitted' },
      payloadHash: '0'.repeat(64),
      jws: '',
    },
    submission: {
      procedure: { slug: procedure.slug, version: '1.0.0', planHash: procedure.planHash },
      agency: '00004',
      locale: 'vi',
      data: {},
      declaration: true,
      lookupSecretHash: '0'.repeat(64),
    },
    submittedAt: gateway.clock.now(),
  });
  assert.ok(id);
  return id;
}
