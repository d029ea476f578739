import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Attachment, Confirmation, DeskDossier } from '@motcua/schemas';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { prepareDossierOfToday } from '../testing/example-of-today.js';
import { putAccountByProgram, startGatewayProcess, type GatewayProcess } from '../testing/gateway-process.js';
import { openPostgresServer, type PostgresServer } from '../testing/postgres-server.js';
import { uploadPaper, type PreparedSubmission } from '../testing/sample-dossier.js';
import { SAMPLE_PAPERS } from '../testing/sample-papers.js';
import { DESK_ORIGIN } from '../testing/test-gateway.js';
import type { CrashPoint } from './crashing-gateway.js';
import { measureUpload } from './measure-upload.js';

const PROGRAM = fileURLToPath(new URL('./crashing-gateway.js', import.meta.url));
const BASE = 'http://127.0.0.1:4180';
const PAPER = SAMPLE_PAPERS['application/pdf'];

for (const kind of ['pglite', 'postgres'] as const)
  describe(`kill -9 of the gateway on ${kind}`, () => {
    let folder: string;
    let server: PostgresServer | undefined;
    let variables: Record<string, string>;
    let gateway: GatewayProcess;
    let desk: DeskClient;
    /** Sees the gateway of the moment. */
    const send = (request: Request): Promise<Response> => gateway.send(request);

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'killed-'));
      variables = { MOTCUA_DATA_DIR: folder, DESK_ORIGINS: DESK_ORIGIN, DESK_COOKIE: 'plain', MAILBOX: 'on' };
      if (kind === 'postgres') {
        server = await openPostgresServer();
        variables['DATABASE_URL'] = await server.createDatabase();
      }
      gateway = await startGatewayProcess(variables);
      await gateway.stop();
    });
    after(async () => {
      await gateway.kill();
      await server?.dropDatabase(variables['DATABASE_URL'] ?? '');
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** Starts a gateway that dies at this point, lets the test walk into it, and starts the next one. */
    async function dieAt(point: CrashPoint, walk: () => Promise<unknown>): Promise<void> {
      await startAgain({ CRASH_AT: point });
      await assert.rejects(walk(), TypeError, 'no answer comes');
      await gateway.ended;
      await startAgain();
    }

    async function startAgain(more: Record<string, string> = {}): Promise<void> {
      await gateway.kill();
      gateway = await startGatewayProcess({ ...variables, ...more }, PROGRAM);
    }

    async function openDesk(): Promise<DeskClient> {
      await gateway.kill();
      const opened = openDeskClient({
        fetch: send,
        gateway: {
          async putAccount(account) {
            await putAccountByProgram(account, variables);
            await startAgain();
          },
        },
      });
      return opened;
    }

    async function prepare(): Promise<PreparedSubmission> {
      return prepareDossierOfToday(send);
    }

    async function submit(prepared: PreparedSubmission): Promise<{ confirmation: Confirmation; replayed: boolean }> {
      const answer = await send(prepared.createRequest());
      const text = await answer.text();
      assert.equal(answer.status, 201, text);
      return {
        confirmation: JSON.parse(text) as Confirmation,
        replayed: answer.headers.get('idempotency-replayed') === 'true',
      };
    }

    test('before the commit of a sending: nothing is kept, and the repeat is taken', async () => {
      await startAgain();
      const prepared = await prepare();
      await dieAt('keyed.before-commit', () => send(prepared.createRequest()));
      assert.equal((await submit(prepared)).replayed, false);
    });

    test('after the commit of a sending, before its answer: the repeat gets the answer that was lost', async () => {
      const prepared = await prepare();
      await dieAt('keyed.after-commit', () => send(prepared.createRequest()));
      const { confirmation, replayed } = await submit(prepared);
      assert.equal(replayed, true);
      const found = await send(new Request(`${BASE}/v1/dossiers/${confirmation.provisionalCode}`));
      assert.equal(found.status, 200);
    });

    test('after an answer: what was acknowledged is there', async () => {
      const prepared = await prepare();
      const { confirmation } = await submit(prepared);
      await startAgain();
      assert.deepEqual((await submit(prepared)).confirmation, confirmation);
    });

    test('in the middle of a part: the upload goes on where its bytes end, and is whole in the end', async () => {
      const key = randomBytes(32).toString('base64url');
      const tus = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key };
      const part = { ...tus, 'Content-Type': 'application/offset+octet-stream' };
      const created = await send(
        new Request(`${BASE}/v1/uploads`, {
          method: 'POST',
          headers: { ...tus, 'Upload-Length': String(PAPER.byteLength) },
        }),
      );
      const path = created.headers.get('location') ?? '';
      const hanging = openRequest(`${gateway.url}${path}`, {
        method: 'PATCH',
        headers: { ...part, 'Upload-Offset': '0', 'Content-Length': String(PAPER.byteLength) },
      });
      const cut = new Promise((done) => hanging.once('error', done));
      hanging.write(PAPER.subarray(0, 100));
      while ((await measureUpload(join(folder, 'uploads'), path)) === 0)
        await send(new Request(`${BASE}/v1/uploads`, { method: 'OPTIONS', headers: tus }));
      await startAgain();
      await cut;

      const head = await send(new Request(`${BASE}${path}`, { method: 'HEAD', headers: tus }));
      const offset = Number(head.headers.get('upload-offset'));
      assert.ok(offset > 0 && offset <= 100, `the offset is ${offset}`);
      const rest = await send(
        new Request(`${BASE}${path}`, {
          method: 'PATCH',
          headers: { ...part, 'Upload-Offset': String(offset) },
          body: Buffer.from(PAPER.subarray(offset)),
        }),
      );
      assert.equal(rest.status, 204);
      assert.equal((await complete(path, key)).sha256, hash(PAPER));
    });

    for (const point of ['completion.before-store', 'completion.after-store'] as const)
      test(`at ${point}: the completion can be asked for again`, async () => {
        const key = randomBytes(32).toString('base64url');
        let path = '';
        await dieAt(point, async () =>
          uploadPaper(async (request) => {
            const answer = await send(request);
            path = answer.headers.get('location') ?? path;
            return answer;
          }, key),
        );
        assert.equal((await complete(path, key)).sha256, hash(PAPER));
      });

    async function complete(path: string, key: string): Promise<Attachment> {
      const answer = await send(
        new Request(`${BASE}${path}/completion`, {
          method: 'POST',
          headers: { 'Motcua-Upload-Key': key, 'Content-Type': 'application/json' },
          body: JSON.stringify({ sha256: hash(PAPER), name: 'giấy chứng sinh.pdf' }),
        }),
      );
      assert.equal(answer.status, 200);
      return (await answer.json()) as Attachment;
    }

    test('before the commit of a reception: it has not happened, its serial is given to the next', async () => {
      desk = await openDesk();
      const code = (await submit(await prepare())).confirmation.provisionalCode;
      await dieAt('move.before-commit', () => desk.move(code, { move: 'receive' }, { version: 1 }));
      const received = await desk.move(code, { move: 'receive' }, { version: 1 });
      assert.equal(received.status, 200);
      assert.match(((await received.json()) as DeskDossier).dossier.officialCode ?? '', /-0001$/);
    });

    test('after the commit of a reception: it has happened once, and a repeat is told so', async () => {
      const code = (await submit(await prepare())).confirmation.provisionalCode;
      await dieAt('move.after-commit', () => desk.move(code, { move: 'receive' }, { version: 1 }));
      assert.equal((await desk.move(code, { move: 'receive' }, { version: 1 })).status, 409);
      const { dossier } = await desk.read(code);
      assert.match(dossier.officialCode ?? '', /-0002$/);
      assert.equal(dossier.history.length, 2);
    });

    test('between the sending of a message and the note of it: it is sent again under its id, once its lease has ended', async () => {
      const before = (await listMessages()).length;
      await dieAt('delivery.after-sending', async () => {
        await submit(await prepare());
        for (;;) await send(new Request(`${BASE}/v1/health`));
      });
      await startAgain({ CLOCK_AHEAD: '3600' });
      let messages = await listMessages();
      while (messages[0]?.deliveries !== 2) messages = await listMessages();
      assert.equal(messages.length, before + 1);
      await startAgain();
    });

    async function listMessages(): Promise<{ deliveries: number }[]> {
      const answer = await send(new Request(`${BASE}/mailbox/messages`));
      return ((await answer.json()) as { messages: { deliveries: number }[] }).messages;
    }

    test('around the commit of a later move: it has happened whole or not at all', async () => {
      const code = (await submit(await prepare())).confirmation.provisionalCode;
      assert.equal((await desk.move(code, { move: 'receive' }, { version: 1 })).status, 200);
      await dieAt('move.before-commit', () => desk.move(code, { move: 'process' }, { version: 2 }));
      assert.equal((await desk.read(code)).version, 2);
      await dieAt('move.after-commit', () => desk.move(code, { move: 'process' }, { version: 2 }));
      assert.equal((await desk.read(code)).version, 3);
    });
  });

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
