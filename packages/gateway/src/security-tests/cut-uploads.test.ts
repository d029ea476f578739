import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Upload } from 'tus-js-client';
import type { RunningServer } from '../node-server.js';
import { startSampleServer } from '../testing/sample-server.js';
import { sendThroughCuts } from '../testing/send-through-cuts.js';
import { createTestClock } from '../testing/test-clock.js';
import { createTusClient } from '../testing/tus-client.js';

/** `UPLOAD_MEGABYTES=200` is the whole measure; by itself it is a quarter of it. */
const MEGABYTES = Number(process.env['UPLOAD_MEGABYTES'] ?? 50);
const CUTS = 20;
/** What was on its way within the gateway at a cut is sent again: at most this many bytes. */
const MOST_LOST = 1024 * 1024;
const LIFE = 3_600;
const clock = createTestClock('2026-11-20');
let server: RunningServer;
before(async () => {
  const maxBytes = (MEGABYTES + 1) * 1024 * 1024;
  server = await startSampleServer({
    clock,
    limits: { uploads: { maxBytes, maxTotalBytes: 2 * maxBytes, expiresAfterSeconds: LIFE } },
  });
});
after(() => server.close());

test(`${MEGABYTES} MB through ${CUTS} cuts arrive as they were, with little sent twice`, async (context) => {
  const sent = await sendThroughCuts(server, MEGABYTES, CUTS);
  const percent = ((sent.extra / sent.bytes) * 100).toFixed(2);
  const [size, lost] = [Math.round(sent.bytes / 1024 / 1024), Math.round(sent.extra / sent.cuts / 1024)];
  context.diagnostic(
    `${size} MiB, ${sent.cuts} cuts: ${percent} % sent again (${lost} KiB a cut), ${sent.seconds.toFixed(1)} s`,
  );
  assert.equal(sent.cuts, CUTS);
  assert.equal(sent.kept, sent.sent);
  assert.equal(sent.stepsBack, 0, 'what was accepted stays accepted');
  assert.ok(sent.extra / sent.cuts < MOST_LOST, `${sent.extra} bytes for ${sent.cuts} cuts`);
});

test('tus-js-client is told that a half-sent file has expired, and begins anew when it is asked to', async () => {
  const tus = createTusClient(server.url, fetch);
  const file = Buffer.alloc(10_000, 1);
  const path = await tus.create(file.byteLength);
  await tus.patch(path, 0, file.subarray(0, 4_000));
  clock.advance(LIFE + 1);
  const options = {
    endpoint: `${server.url}/v1/uploads`,
    headers: { 'Motcua-Upload-Key': tus.key },
    retryDelays: null,
  };
  const late = await tus.patch(path, 4_000, file.subarray(4_000));
  assert.deepEqual([late.status, late.headers.get('content-type')], [410, 'application/problem+json']);
  assert.match(await late.text(), /"upload\.expired".*|The upload has expired/);
  const url = await new Promise<string>((done, fail) => {
    const upload: Upload = new Upload(file, {
      ...options,
      uploadUrl: `${server.url}${path}`,
      onError: fail,
      onSuccess: () => done(upload.url ?? ''),
    });
    upload.start();
  });
  assert.notEqual(new URL(url).pathname, path, 'the client went on to a new upload by itself');
  assert.equal((await tus.send('HEAD', new URL(url).pathname)).headers.get('upload-offset'), '10000');
});
