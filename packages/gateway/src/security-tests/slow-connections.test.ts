/**
 * Whoever sends slowly, or opens too much, is cut off; others are served meanwhile. On a real server.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RunningServer } from '../node-server.js';
import { openRawConnection, type RawConnection } from '../testing/raw-connection.js';
import { startSampleServer } from '../testing/sample-server.js';

const CONNECTIONS = 120;
let server: RunningServer;
before(async () => {
  server = await startSampleServer({
    maxConnections: CONNECTIONS,
    timeouts: { headers: 1_000, request: 4_000, silence: 2_000 },
    limits: { submission: { maxBytes: 512 * 1024, maxDepth: 32, maxSeconds: 1 } },
  });
});
after(() => server.close());

async function isServed(): Promise<boolean> {
  return (await fetch(`${server.url}/v1/health`)).status === 200;
}

/** Writes one byte every now and then until the server closes. */
async function drip(connection: RawConnection, everyMs: number): Promise<string> {
  const timer = setInterval(() => connection.write('x'), everyMs);
  try {
    return await connection.closed;
  } finally {
    clearInterval(timer);
  }
}

const BODY_HEAD = [
  'POST /v1/procedures/civil-status/birth-registration/dossiers HTTP/1.1',
  'Host: gateway',
  'Content-Type: application/json',
  'Idempotency-Key: 0b0f9a4e-7a3c-4b1e-9d55-0c4f6b2f8a11',
].join('\r\n');

test('a hundred requests whose headers come a byte at a time are each cut off with 408, and others are served', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, () => openRawConnection(server.url)));
  const answers = slow.map((connection) => {
    connection.write('GET /v1/health HTTP/1.1\r\nHost: gateway\r\nX-Slow: ');
    return drip(connection, 150);
  });
  assert.ok(await isServed(), 'while they are open');
  for (const answer of await Promise.all(answers)) assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*request\.malformed/);
  assert.ok(await isServed());
});

test('a body that comes a byte at a time is answered with 408 and the connection ends', async () => {
  const connection = await openRawConnection(server.url);
  connection.write(`${BODY_HEAD}\r\nContent-Length: 100000\r\n\r\n{"data":"`);
  const answer = await drip(connection, 100);
  assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*"request\.timeout"/);
  assert.match(answer, /\r\nconnection: close\r\n/i);
});

test('the same in chunks', async () => {
  const connection = await openRawConnection(server.url);
  connection.write(`${BODY_HEAD}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const timer = setInterval(() => connection.write('1\r\n \r\n'), 100);
  const answer = await connection.closed;
  clearInterval(timer);
  assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*"request\.timeout"/);
});

test('a connection on which nothing comes in the middle of an upload is closed, and what had come is kept', async () => {
  const key = 'k'.repeat(43);
  const headers = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key };
  const created = await fetch(`${server.url}/v1/uploads`, {
    method: 'POST',
    headers: { ...headers, 'Upload-Length': '1000' },
  });
  const path = created.headers.get('location') ?? '';
  const connection = await openRawConnection(server.url);
  connection.write(
    `PATCH ${path} HTTP/1.1\r\nHost: gateway\r\nTus-Resumable: 1.0.0\r\nMotcua-Upload-Key: ${key}\r\nUpload-Offset: 0\r\n` +
      `Content-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(300)}`,
  );
  await connection.closed;
  const head = await fetch(`${server.url}${path}`, { method: 'HEAD', headers });
  assert.equal(head.headers.get('upload-offset'), '300');
});

test('connections over the limit are closed as they come, and those within it are served', async () => {
  const open = await Promise.all(Array.from({ length: CONNECTIONS + 40 }, () => openRawConnection(server.url)));
  const dropped = await Promise.race(open.map(({ closed }) => closed));
  assert.equal(dropped, '', 'without a word');
  for (const { destroy } of open) destroy();
  await Promise.all(open.map(({ closed }) => closed));
  let served = false;
  while (!served) served = await isServed().catch(() => false);
  assert.ok(served);
});
