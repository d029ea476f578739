import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Attachment, Problem } from '@motcua/schemas';
import { startClamd, type ClamdServer } from '../testing/clamd-server.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { createTusClient } from '../testing/tus-client.js';

const BASE = 'http://127.0.0.1:4180';
const PDF = SAMPLE_PAPERS['application/pdf'];
let clamd: ClamdServer;
let strict: TestGateway;
let lenient: TestGateway;
before(async () => {
  clamd = await startClamd();
  strict = await openTestGateway({ scanner: { clamd: clamd.address } });
  lenient = await openTestGateway({ scanner: { clamd: clamd.address, whenUnavailable: 'accept' } });
});
beforeEach(() => (clamd.mood = 'normal'));
after(async () => {
  await strict.close();
  await lenient.close();
  await clamd.close();
});

test('while the scanner does not answer nothing is taken and nothing is lost: the same request is answered later', async () => {
  const tus = createTusClient(BASE, strict.fetch);
  clamd.mood = 'hang-up';
  const path = await tus.create(PDF.byteLength);
  await tus.patch(path, 0, PDF);
  const refused = await tus.complete(path, PDF);
  assert.deepEqual([refused.status, ((await refused.json()) as Problem).code], [503, 'upload.scanner-unavailable']);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await tus.send('HEAD', path)).headers.get('upload-offset'), String(PDF.byteLength));
  clamd.mood = 'normal';
  const taken = await tus.complete(path, PDF);
  assert.equal(taken.status, 200);
  assert.equal(((await taken.json()) as Attachment).size, PDF.byteLength);
  assert.equal(strict.logs.find(({ event }) => event === 'scanner-unavailable')?.reason, 'connection');
});

test('a gateway that is told to goes on without the scanner, and counts what was not searched', async () => {
  clamd.mood = 'nonsense';
  const answer = await createTusClient(BASE, lenient.fetch).upload(PDF);
  assert.equal(answer.status, 200);
  assert.ok(lenient.logs.some(({ event, level }) => event === 'scanner-unavailable' && level === 'alarm'));
});

test('what was searched once is not searched again', async () => {
  const tus = createTusClient(BASE, strict.fetch);
  const path = await tus.create(PDF.byteLength);
  await tus.patch(path, 0, PDF);
  await tus.complete(path, PDF);
  const searched = clamd.files.length;
  clamd.mood = 'hang-up';
  assert.equal((await tus.complete(path, PDF)).status, 200);
  assert.equal(clamd.files.length, searched);
});

test('what is infected is an alarm with the name of the finding, and without that of the file or anybody', async () => {
  const virus = ['X5O!P%@AP[4\\PZX54(P^)', '7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  const bytes = Buffer.concat([PDF.subarray(0, 9), Buffer.from(`%${virus}\n`), PDF.subarray(9)]);
  const tus = createTusClient(BASE, strict.fetch);
  const answer = await tus.upload(bytes, 'Nguyễn Văn Bí Mật.pdf');
  assert.equal(answer.status, 422);
  assert.doesNotMatch(await answer.text(), /Eicar|Bí Mật/);
  const alarm = strict.logs.find(({ event }) => event === 'upload-infected');
  assert.deepEqual([alarm?.level, alarm?.reason], ['alarm', 'Eicar-Test-Signature']);
  assert.doesNotMatch(JSON.stringify(strict.logs), /Bí Mật/);
});
