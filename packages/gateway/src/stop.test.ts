import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareDossierOfToday } from './testing/example-of-today.js';
import { startGatewayProcess, type GatewayProcess } from './testing/gateway-process.js';
import { openRawConnection } from './testing/raw-connection.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stop-'));
});
after(() => rm(folder, { recursive: true, force: true }));

function start(name: string, variables: Record<string, string> = {}): Promise<GatewayProcess> {
  return startGatewayProcess({ MOTCUA_DATA_DIR: join(folder, name), DESK_COOKIE: 'plain', ...variables });
}

/** A request cut in two: the second half is held back. */
async function splitRequest(request: Request): Promise<[string, string]> {
  const body = Buffer.from(await request.arrayBuffer()).toString('latin1');
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  const head = [
    `${request.method} ${new URL(request.url).pathname} HTTP/1.1`,
    'host: gateway',
    ...headers,
    `content-length: ${body.length}`,
  ];
  const half = Math.floor(body.length / 2);
  return [`${head.join('\r\n')}\r\n\r\n${body.slice(0, half)}`, body.slice(half)];
}

async function isRefused(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  return new Promise((done) => {
    socket.once('connect', () => done(false));
    socket.once('error', () => done(true));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

async function waitForRefusal(url: string): Promise<void> {
  while (!(await isRefused(url))) await wait(10);
}

test('a stop takes no more connections, lets a submission and an upload that have begun end, and loses neither', async () => {
  const gateway = await start('flight', { STOP_SECONDS: '60' });
  const prepared = await prepareDossierOfToday(gateway.send);
  const uploadKey = randomBytes(32).toString('base64url');
  const tus = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': uploadKey };
  const created = await gateway.send(
    new Request('http://gateway/v1/uploads', { method: 'POST', headers: { ...tus, 'Upload-Length': '4000' } }),
  );
  const location = created.headers.get('location') ?? '';
  const patch = new Request(`http://gateway${location}`, {
    method: 'PATCH',
    headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: 'a'.repeat(4000),
  });
  const halves = [await splitRequest(prepared.createRequest()), await splitRequest(patch)];
  const connections = [await openRawConnection(gateway.url), await openRawConnection(gateway.url)];
  connections.forEach((connection, index) => connection.write(halves[index]?.[0] ?? ''));
  const stream = await gateway.send(new Request('http://gateway/healthz'));
  assert.equal(stream.status, 200);

  gateway.signal();
  await waitForRefusal(gateway.url);
  assert.equal(gateway.exitCode(), null, 'it waits for what has begun');
  connections.forEach((connection, index) => connection.write(halves[index]?.[1] ?? ''));
  const [sent = '', uploaded = ''] = await Promise.all(connections.map(({ closed }) => closed));
  assert.match(sent, /^HTTP\/1\.1 201 /);
  assert.match(uploaded, /^HTTP\/1\.1 204 /);
  await gateway.ended;
  assert.equal(gateway.exitCode(), 0);

  const next = await start('flight');
  try {
    const again = await next.send(prepared.createRequest());
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const head = await next.send(new Request(`http://gateway${location}`, { method: 'HEAD', headers: tus }));
    assert.equal(head.headers.get('upload-offset'), '4000');
  } finally {
    assert.equal(await next.stop(), 0);
  }
});

test('what does not end within the limit is cut, and the stop is orderly all the same', async () => {
  const gateway = await start('limit', { STOP_SECONDS: '1' });
  const stuck = await openRawConnection(gateway.url);
  stuck.write('POST /v1/uploads HTTP/1.1\r\nhost: gateway\r\ncontent-length: 10\r\n\r\nhalf');
  assert.equal((await gateway.send(new Request('http://gateway/healthz'))).status, 200);
  assert.equal(await gateway.stop(), 0);
  await stuck.closed;
});

test('a second signal waits for nothing', async () => {
  const gateway = await start('force', { STOP_SECONDS: '600' });
  const stuck = await openRawConnection(gateway.url);
  stuck.write('POST /v1/uploads HTTP/1.1\r\nhost: gateway\r\ncontent-length: 10\r\n\r\nhalf');
  assert.equal((await gateway.send(new Request('http://gateway/healthz'))).status, 200);
  gateway.signal();
  await waitForRefusal(gateway.url);
  assert.equal(await gateway.stop(), 1);
  stuck.destroy();
});

test('a start that cannot be says each reason, and warns of what it does not know', async () => {
  const faults = {
    DATABASE_URL: 'mysql://root:hunter2@db',
    MAILBOX: 'on',
    NODE_ENV: 'production',
    DESK_COOKIE: 'host',
  };
  await assert.rejects(start('faults', faults), (error: Error) => {
    const said = error.message
      .replace(/^.*?: /, '')
      .trim()
      .split('\n');
    assert.deepEqual(
      said.map((line) => line.split(' ')[0]),
      ['DATABASE_URL', 'MAILBOX'],
    );
    return !/hunter2/.test(error.message);
  });
});
