import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Confirmation, Problem } from '@motcua/schemas';
import { measureDisks } from '../adapters/files/disk-space.js';
import { openDeskClient } from '../testing/desk-client.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import { listExamples, prepareSubmission } from '../testing/sample-dossier.js';
import { SAMPLE_SLUG, sendSample } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway, type TestGatewayOptions } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const MIB = 1024 * 1024;
const PAPER = SAMPLE_PAPERS['application/pdf'];

async function open(context: TestContext, options: TestGatewayOptions): Promise<TestGateway> {
  const gateway = await openTestGateway({ now: '2026-11-20', ...options });
  context.after(() => gateway.close());
  return gateway;
}

async function prepare({ fetch }: TestGateway) {
  const examples = await listExamples(SAMPLE_SLUG, 'valid');
  const example = examples.find(({ file }) => file === 'valid-mother-on-time.json');
  return prepareSubmission(fetch, SAMPLE_SLUG, example?.data ?? assert.fail('there is no example'));
}

function createUpload(key: string, length = PAPER.byteLength): Request {
  return new Request(`${BASE}/v1/uploads`, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key, 'Upload-Length': String(length) },
  });
}

function sendPart(path: string, key: string): Request {
  return new Request(`${BASE}${path}`, {
    method: 'PATCH',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Motcua-Upload-Key': key,
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: Buffer.from(PAPER),
  });
}

async function refuses(answer: Response): Promise<void> {
  const problem = (await answer.json()) as Problem;
  assert.deepEqual([answer.status, problem.code], [503, 'storage.full']);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
}

test('a disk whose reserve is reached refuses papers and dossiers before it takes anything of them, and takes them later', async (context) => {
  let free = 1000 * MIB;
  const gateway = await open(context, {
    ports: () => ({ space: { measure: () => Promise.resolve(free) } }),
    storage: { reserveBytes: 100 * MIB },
  });
  const prepared = await prepare(gateway);
  const key = randomBytes(32).toString('base64url');
  const path = (await gateway.fetch(createUpload(key))).headers.get('location') ?? '';
  const files = await readdir(gateway.uploadsDir);

  free = 100 * MIB;
  await refuses(await gateway.fetch(createUpload(key)));
  free = 99 * MIB;
  await refuses(await gateway.fetch(prepared.createRequest()));
  await refuses(await gateway.fetch(sendPart(path, key)));
  assert.equal(await gateway.database.dossiers.count(), 0);
  assert.deepEqual(await readdir(gateway.uploadsDir), files);

  free = 200 * MIB;
  assert.equal((await gateway.fetch(prepared.createRequest())).status, 201);
  assert.equal((await gateway.fetch(sendPart(path, key))).status, 204);
  assert.equal(gateway.logs.filter(({ event }) => event === 'storage-full').length, 1);
});

test('a paper is refused when it would reach the reserve, and a smaller one is not', async (context) => {
  const gateway = await open(context, {
    ports: () => ({ space: { measure: () => Promise.resolve(110 * MIB) } }),
    storage: { reserveBytes: 100 * MIB },
  });
  const key = randomBytes(32).toString('base64url');
  await refuses(await gateway.fetch(createUpload(key, 11 * MIB)));
  assert.equal((await gateway.fetch(createUpload(key, 9 * MIB))).status, 201);
});

test('what was accepted before can be read and moved while the disk is full', async (context) => {
  let free = 1000 * MIB;
  const gateway = await open(context, {
    ports: () => ({ space: { measure: () => Promise.resolve(free) } }),
  });
  const desk = await openDeskClient(gateway);
  const sent = await sendSample(gateway);
  free = 0;
  assert.equal((await desk.move(sent.code, { move: 'receive' })).status, 200);
  assert.equal((await sent.ask('')).status, 200);
});

test('the disks are asked in earnest: a reserve that none of them has refuses, and a missing folder is no reason to', async (context) => {
  const gateway = await open(context, { storage: { reserveBytes: Number.MAX_SAFE_INTEGER } });
  await refuses(await gateway.fetch(createUpload(randomBytes(32).toString('base64url'))));
  assert.ok(((await measureDisks([gateway.uploadsDir]).measure()) ?? 0) > 0);
  assert.equal(await measureDisks([join(gateway.uploadsDir, 'missing')]).measure(), undefined);
});

test('a database that finds its disk full while it commits answers 503, keeps nothing, and takes the same request later', async (context) => {
  let full = true;
  const gateway = await open(context, {
    ports: (database) => ({
      database: {
        ...database,
        idempotency: {
          once: (request, prepareWork, commit) =>
            database.idempotency.once(request, prepareWork, async (stores, prepared) => {
              const answer = await commit(stores, prepared);
              if (full) throw Object.assign(new Error('could not extend file'), { code: '53100' });
              return answer;
            }),
        },
      },
    }),
  });
  const prepared = await prepare(gateway);
  await refuses(await gateway.fetch(prepared.createRequest()));
  assert.equal(await gateway.database.dossiers.count(), 0);
  full = false;
  const answer = await gateway.fetch(prepared.createRequest());
  assert.equal(answer.status, 201);
  assert.ok(((await answer.json()) as Confirmation).provisionalCode);
});

if (process.platform === 'linux')
  test('a part that the disk does not take is 503, and the upload goes on from where it was', async (context) => {
    const gateway = await open(context, {});
    const key = randomBytes(32).toString('base64url');
    const path = (await gateway.fetch(createUpload(key))).headers.get('location') ?? '';
    const file = join(gateway.uploadsDir, path.split('/').pop() ?? '');
    await unlink(file);
    await symlink('/dev/full', file);
    const answer = await gateway.fetch(sendPart(path, key));
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);

    await unlink(file);
    await writeFile(file, '');
    assert.equal((await gateway.fetch(sendPart(path, key))).status, 204);
  });
