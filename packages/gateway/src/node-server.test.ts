import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Upload } from 'tus-js-client';
import type { Confirmation, DossierCompletion, Dossier } from '@motcua/schemas';
import { startServer, type RunningServer } from './node-server.js';
import { createTestClock } from './testing/test-clock.js';
import { listExamples, prepareSubmission, uploadPaper, type Example } from './testing/sample-dossier.js';

const SLUG = 'civil-status/birth-registration';
const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
let folder: string;
let server: RunningServer;
let example: Example;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  example = (await listExamples(SLUG, 'valid'))[0] as Example;
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: { kind: 'pglite' },
    uploadsDir: join(folder, 'uploads'),
    allowedOrigins: ['http://localhost:4170'],
    clock: createTestClock(example.today),
    timeouts: { headers: 1000, request: 4000 },
  });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends a request that was written for the in-process gateway to a running one. */
function sendTo(url: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? undefined : await request.arrayBuffer();
    return fetch(`${url}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      ...(body && body.byteLength > 0 ? { body } : {}),
    });
  };
}

interface Program {
  process: ChildProcessWithoutNullStreams;
  url: string;
}

function launch(variables: Record<string, string>): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN], { env: { ...process.env, GATEWAY_PORT: '0', ...variables } });
}

async function launchReady(dataDir: string): Promise<Program> {
  const program = launch({ MOTCUA_DATA_DIR: dataDir });
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [line] = (await Promise.race([once(program.stdout, 'data'), once(program, 'close')])) as [unknown];
  const url = /Gateway ready at (\S+)\n/.exec(String(line))?.[1];
  assert.ok(url, said);
  return { process: program, url };
}

async function readFailure(program: ChildProcessWithoutNullStreams): Promise<{ status: number | null; text: string }> {
  let text = '';
  program.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [status] = (await once(program, 'close')) as [number | null];
  return { status, text };
}

/** Writes raw bytes and reads to the end of the connection. */
async function exchangeRaw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return answer;
}

test('a dossier goes the whole way over HTTP', async () => {
  const prepared = await prepareSubmission(sendTo(server.url), SLUG, example.data);
  const answer = await sendTo(server.url)(prepared.createRequest());
  assert.equal(answer.status, 201);
  const { provisionalCode } = (await answer.json()) as Confirmation;
  const dossier = (await (
    await fetch(`${server.url}/v1/dossiers/${provisionalCode}`, {
      headers: { 'Motcua-Lookup-Secret': prepared.lookupSecret },
    })
  ).json()) as Dossier;
  assert.equal(dossier.provisionalCode, provisionalCode);
});

test('a stop ends streams of changes whole, and who leaves a stream disturbs nobody', async () => {
  const own = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: { kind: 'pglite' },
    uploadsDir: join(folder, 'uploads-of-stop'),
    allowedOrigins: ['http://localhost:4170'],
    clock: createTestClock(example.today),
  });
  const prepared = await prepareSubmission(sendTo(own.url), SLUG, example.data);
  const { provisionalCode } = (await (await sendTo(own.url)(prepared.createRequest())).json()) as Confirmation;
  const address = `${own.url}/v1/dossiers/${provisionalCode}/changes`;
  const leave = new AbortController();
  const left = await fetch(address, { signal: leave.signal });
  const stays = await fetch(address);
  leave.abort();
  await assert.rejects(left.text(), { name: 'AbortError' });
  const text = stays.text();
  await own.close();
  assert.equal((JSON.parse(await text) as DossierCompletion).code, provisionalCode);
});

test('tus-js-client sends in parts and goes on after the connection was cut', async () => {
  const key = randomBytes(32).toString('base64url');
  const content = Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    randomBytes(2_000_000),
    Buffer.from('\nstartxref\n9\n%%EOF\n'),
  ]);
  const options = {
    endpoint: `${server.url}/v1/uploads`,
    chunkSize: 300_000,
    headers: { 'Motcua-Upload-Key': key },
    retryDelays: null,
  };
  const url = await new Promise<string>((done, fail) => {
    const upload = new Upload(content, {
      ...options,
      onError: fail,
      onChunkComplete: (_size, accepted) => {
        if (accepted < 900_000) return;
        void upload.abort().then(() => done(upload.url ?? ''));
      },
    });
    upload.start();
  });
  await new Promise<void>((done, fail) => {
    new Upload(content, { ...options, uploadUrl: url, onError: fail, onSuccess: () => done() }).start();
  });
  const head = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key } });
  assert.equal(head.headers.get('upload-offset'), String(content.byteLength));
});

test('headers over the limit and lines that are not HTTP get a problem', async () => {
  const huge = await exchangeRaw(`GET /v1/health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  assert.match(huge, /^HTTP\/1\.1 431 [\s\S]*application\/problem\+json[\s\S]*request\.malformed/);
  assert.match(await exchangeRaw('nonsense\r\n\r\n'), /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/);
  assert.match(
    await exchangeRaw('GET /v1/health HTTP/1.1\r\nHost: [bad host\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 4\d\d /,
  );
});

test('a request whose headers never end is cut off, and others are served meanwhile', async () => {
  const slow = exchangeRaw('GET /v1/health HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  assert.equal((await fetch(`${server.url}/v1/health`)).status, 200);
  assert.match(await slow, /^HTTP\/1\.1 408 /);
});

test('what was acknowledged survives kill -9: the dossier, its papers and the key', async () => {
  const dataDir = join(folder, 'killed');
  const first = await launchReady(dataDir);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const prepared = await prepareSubmission(sendTo(first.url), SLUG, shiftDates(example, today));
  const answer = await sendTo(first.url)(prepared.createRequest());
  const confirmation = (await answer.json()) as Confirmation;
  first.process.kill('SIGKILL');
  assert.equal(answer.status, 201, JSON.stringify(confirmation));
  await once(first.process, 'close');
  const second = await launchReady(dataDir);
  try {
    const completion = (await (
      await fetch(`${second.url}/v1/dossiers/${confirmation.provisionalCode}`)
    ).json()) as DossierCompletion;
    assert.equal(completion.completion.stage, 'sent');
    const repeated = await sendTo(second.url)(prepared.createRequest());
    assert.equal(repeated.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await repeated.json(), confirmation);
    assert.equal((await stat(join(dataDir, 'signing-key.json'))).mode & 0o777, 0o600);

    const rival = await readFailure(launch({ MOTCUA_DATA_DIR: dataDir }));
    assert.equal(rival.status, 1);
    assert.match(rival.text, /^The database in \S+ is open in another process\. Stop that process[^\n]*\n$/);
  } finally {
    second.process.kill('SIGTERM');
  }
  const [status] = (await once(second.process, 'close')) as [number | null];
  assert.equal(status, 0);
});

test('a port that is taken is one line that says what to do', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as { port: number };
  const failure = await readFailure(launch({ GATEWAY_PORT: String(port), MOTCUA_DATA_DIR: join(folder, 'port') }));
  squatter.close();
  assert.equal(failure.status, 1);
  assert.equal(
    failure.text,
    `Port ${port} is taken. Stop the program that uses it, or set GATEWAY_PORT to another port.\n`,
  );
});

test('a configuration that cannot be is one line that names the variable', async () => {
  const failure = await readFailure(launch({ PORTAL_ORIGINS: 'everywhere' }));
  assert.equal(failure.status, 1);
  assert.match(failure.text, /^PORTAL_ORIGINS [^\n]*\n$/);
});

test('papers that were sent before a graceful close are there after it', async () => {
  const dataDir = join(folder, 'graceful');
  const first = await launchReady(dataDir);
  const key = randomBytes(32).toString('base64url');
  const { uploadId } = await uploadPaper(sendTo(first.url), key);
  first.process.kill('SIGTERM');
  await once(first.process, 'close');
  const second = await launchReady(dataDir);
  const head = await fetch(`${second.url}/v1/uploads/${uploadId}`, {
    method: 'HEAD',
    headers: { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key },
  });
  second.process.kill('SIGTERM');
  await once(second.process, 'close');
  assert.equal(head.status, 200);
});

/** The example was given on its day; a program has the real clock, so the child was born as many days before today. */
function shiftDates({ data, today: given }: Example, today: string): Record<string, unknown> {
  const days = Math.round((Date.parse(today) - Date.parse(given)) / 86_400_000);
  const child = data['child'] as Record<string, string>;
  const birthDate = new Date(Date.parse(child['birthDate'] ?? '') + days * 86_400_000).toISOString().slice(0, 10);
  return { ...data, child: { ...child, birthDate } };
}
