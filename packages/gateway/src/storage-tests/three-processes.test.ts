import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Attachment, Confirmation, DeskDossier, Dossier } from '@motcua/schemas';
import type { NewAccount } from '../domain/desk/sign-in.js';
import { openDatabase } from '../adapters/database/open-database.js';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { prepareDossierOfToday } from '../testing/example-of-today.js';
import { putAccountByProgram, startGatewayProcess, type GatewayProcess } from '../testing/gateway-process.js';
import { readLines } from '../testing/line-reader.js';
import { openPostgresServer, type PostgresServer } from '../testing/postgres-server.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import type { PreparedSubmission } from '../testing/sample-dossier.js';
import { DESK_ORIGIN } from '../testing/test-gateway.js';
import { measureUpload } from './measure-upload.js';

const BASE = 'http://127.0.0.1:4180';
let server: PostgresServer;
let folder: string;
let variables: Record<string, string>;
let processes: GatewayProcess[];
let desk: DeskClient;

before(async () => {
  server = await openPostgresServer();
  folder = await mkdtemp(join(tmpdir(), 'three-'));
  variables = {
    DATABASE_URL: await server.createDatabase(),
    MOTCUA_DATA_DIR: folder,
    DESK_ORIGINS: DESK_ORIGIN,
    DESK_COOKIE: 'plain',
  };
  processes = await Promise.all([1, 2, 3].map(() => startGatewayProcess(variables)));
  const putAccount = (account: NewAccount): Promise<void> => putAccountByProgram(account, variables);
  desk = await openDeskClient({ gateway: { putAccount }, fetch: sendAnywhere });
});
after(async () => {
  await Promise.all(processes.map((gateway) => gateway.kill()));
  await server.dropDatabase(variables['DATABASE_URL'] ?? '');
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let turn = 0;
/** Each request goes to the next process, so that no two of a story meet the same one. */
function sendAnywhere(request: Request): Promise<Response> {
  return at(turn++).send(request);
}

function at(index: number): GatewayProcess {
  return processes[index % 3] ?? assert.fail('there is no such process');
}

async function submit(prepared: PreparedSubmission): Promise<string> {
  const answer = await sendAnywhere(prepared.createRequest());
  const text = await answer.text();
  assert.equal(answer.status, 201, text);
  return (JSON.parse(text) as Confirmation).provisionalCode;
}

function tus(method: string, path: string, key: string, headers: Record<string, string> = {}, body?: Uint8Array) {
  return new Request(`${BASE}${path}`, {
    method,
    headers: { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key, ...headers },
    ...(body ? { body: Buffer.from(body) } : {}),
  });
}

const PART = { 'Content-Type': 'application/offset+octet-stream' };

test('three that start at once on an empty database and an empty folder sign with one key', async () => {
  const keys = await Promise.all(
    processes.map(async ({ send }) => (await send(new Request(`${BASE}/v1/keys`))).text()),
  );
  assert.equal(new Set(keys).size, 1, keys.join('\n'));
});

test('30 sendings under one key, spread over the three, make one dossier with one code', async () => {
  const prepared = await prepareDossierOfToday(sendAnywhere);
  const codes = new Set<string>();
  const statuses = new Set<number>();
  const answers = Array.from({ length: 30 }, async () => {
    const answer = await sendAnywhere(prepared.createRequest());
    statuses.add(answer.status);
    const body = (await answer.json()) as Confirmation;
    if (answer.status === 201) codes.add(body.provisionalCode);
  });
  await Promise.all(answers);
  assert.deepEqual(
    [...statuses].filter((status) => status !== 201 && status !== 409),
    [],
  );
  assert.equal(codes.size, 1);
  assert.equal(await submit(prepared), [...codes][0]);
});

test('50 receptions at once, spread over the three: no gap and no double', async () => {
  const codes: string[] = [];
  for (let index = 0; index < 50; index += 10)
    codes.push(
      ...(await Promise.all(Array.from({ length: 10 }, async () => submit(await prepareDossierOfToday(sendAnywhere))))),
    );
  const answers = await Promise.all(codes.map((code) => desk.move(code, { move: 'receive' }, { version: 1 })));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  const received = await Promise.all(answers.map(async (answer) => (await answer.json()) as DeskDossier));
  const serials = received.map(({ dossier }) => Number(dossier.officialCode?.split('-').pop()));
  assert.deepEqual(
    serials.sort((a, b) => a - b),
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
});

test('of two decisions at once, made at two of them, one counts and the other is told', async () => {
  const code = await submit(await prepareDossierOfToday(sendAnywhere));
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => desk.move(code, { move: 'receive' }, { version: 1 })),
  );
  const [counted, ...told] = answers.map(({ status }) => status).sort();
  assert.equal(counted, 200);
  assert.ok(
    told.every((status) => status === 409 || status === 412),
    told.join(),
  );
  assert.equal((await desk.read(code)).dossier.history.length, 2);
});

test('who follows a dossier at one of them hears of a move made at another', async () => {
  const prepared = await prepareDossierOfToday(sendAnywhere);
  const code = await submit(prepared);
  const leave = new AbortController();
  const stream = await at(0).send(
    new Request(`${BASE}/v1/dossiers/${code}/changes`, {
      headers: { 'Motcua-Lookup-Secret': prepared.lookupSecret },
      signal: leave.signal,
    }),
  );
  const lines = readLines(stream);
  assert.equal((JSON.parse((await lines.next()) ?? '') as Dossier).state.name, 'submitted');
  turn = 1;
  assert.equal((await desk.move(code, { move: 'receive' }, { version: 1 })).status, 200);
  assert.equal((JSON.parse((await lines.next()) ?? '') as Dossier).state.name, 'received');
  leave.abort();
});

test('an upload goes on at another process, also while the first still holds a part that does not end', async () => {
  const paper = SAMPLE_PAPERS['application/pdf'];
  const key = randomBytes(32).toString('base64url');
  const created = await at(0).send(tus('POST', '/v1/uploads', key, { 'Upload-Length': String(paper.byteLength) }));
  const path = created.headers.get('location') ?? '';
  const hanging = openRequest(`${at(0).url}${path}`, {
    method: 'PATCH',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Motcua-Upload-Key': key,
      'Upload-Offset': '0',
      'Content-Length': String(paper.byteLength),
      ...PART,
    },
  });
  const cut = new Promise((done) => hanging.once('error', done).once('response', done));
  hanging.write(paper.subarray(0, 100));
  await waitForBytes(path, key);

  const head = await at(1).send(tus('HEAD', path, key));
  assert.equal(head.status, 200);
  const offset = Number(head.headers.get('upload-offset'));
  const rest = tus('PATCH', path, key, { ...PART, 'Upload-Offset': String(offset) }, paper.subarray(offset));
  assert.equal((await at(2).send(rest)).status, 204);
  await cut;
  hanging.destroy();

  const sha256 = createHash('sha256').update(paper).digest('hex');
  const completed = await at(1).send(
    new Request(`${BASE}${path}/completion`, {
      method: 'POST',
      headers: { 'Motcua-Upload-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sha256, name: 'giấy chứng sinh.pdf' }),
    }),
  );
  assert.equal(completed.status, 200);
  assert.equal(((await completed.json()) as Attachment).sha256, sha256);
});

/** Until a first part lies in the shared folder. */
async function waitForBytes(path: string, key: string): Promise<void> {
  for (;;) {
    if ((await measureUpload(join(folder, 'uploads'), path)) > 0) return;
    await at(1).send(tus('OPTIONS', '/v1/uploads', key));
  }
}

test('while one after another is replaced under load, nothing that was sent is lost or doubled', async () => {
  const database = await openDatabase({ kind: 'postgres', url: variables['DATABASE_URL'] ?? '' });
  const before = await database.dossiers.count();
  let replacing = true;
  const seen: string[] = [];
  const sendUntilTaken = async (): Promise<void> => {
    const insist = (request: () => Request) => repeatUntilAnswered(request);
    while (replacing) {
      const prepared = await prepareDossierOfToday((request) => insist(() => request.clone()));
      const answer = await insist(() => prepared.createRequest());
      assert.equal(answer.status, 201);
      seen.push(((await answer.json()) as Confirmation).provisionalCode);
    }
  };
  const senders = [1, 2, 3, 4].map(sendUntilTaken);
  for (let index = 0; index < 3; index += 1) {
    const fresh = await startGatewayProcess(variables);
    const old = at(index);
    processes[index] = fresh;
    assert.equal(await old.stop(), 0);
  }
  replacing = false;
  await Promise.all(senders);
  assert.equal(new Set(seen).size, seen.length);
  assert.equal((await database.dossiers.count()) - before, seen.length);
  await database.close();
});

/** As a client does: what was not answered, and what may be answered later, is sent again. */
async function repeatUntilAnswered(createRequest: () => Request): Promise<Response> {
  for (;;) {
    const answer = await sendAnywhere(createRequest()).catch(() => undefined);
    if (answer && answer.status !== 503 && answer.status !== 409) return answer;
    await answer?.arrayBuffer();
  }
}
