import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compactVerify, importJWK, type JWK } from 'jose';
import type { Confirmation, DeskDossier, Dossier } from '@motcua/schemas';
import type { BackupManifest } from '../backup/manifest.js';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { prepareDossierOfToday } from '../testing/example-of-today.js';
import {
  putAccountByProgram,
  runGatewayCommand,
  startGatewayProcess,
  type GatewayProcess,
} from '../testing/gateway-process.js';
import { openPostgresServer, type PostgresServer } from '../testing/postgres-server.js';
import type { PreparedSubmission } from '../testing/sample-dossier.js';
import { DESK_ORIGIN } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
type Kind = 'pglite' | 'postgres';
let server: PostgresServer;
let folder: string;
let places = 0;

before(async () => {
  server = await openPostgresServer();
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A data folder and a database in which nothing is. */
async function openPlace(kind: Kind): Promise<Record<string, string>> {
  places += 1;
  return {
    MOTCUA_DATA_DIR: join(folder, `data-${places}`),
    DESK_ORIGINS: DESK_ORIGIN,
    DESK_COOKIE: 'plain',
    ...(kind === 'postgres' ? { DATABASE_URL: await server.createDatabase() } : {}),
  };
}

interface Sent {
  prepared: PreparedSubmission;
  confirmation: Confirmation;
}

async function send({ send: ask }: GatewayProcess): Promise<Sent> {
  const prepared = await prepareDossierOfToday(ask);
  const answer = await ask(prepared.createRequest());
  assert.equal(answer.status, 201);
  return { prepared, confirmation: (await answer.json()) as Confirmation };
}

async function lookUp({ send: ask }: GatewayProcess, { prepared, confirmation }: Sent): Promise<string> {
  const headers = { 'Motcua-Lookup-Secret': prepared.lookupSecret };
  return (await ask(new Request(`${BASE}/v1/dossiers/${confirmation.provisionalCode}`, { headers }))).text();
}

async function backUp(place: Record<string, string>): Promise<string> {
  const target = join(folder, `backup-${(places += 1)}`);
  const { code, said } = await runGatewayCommand(['backup', target], place);
  assert.equal(code, 0, said);
  assert.match(said, /^Backed up: \d+ dossiers, \d+ files, as of \S+\.\n$/);
  return target;
}

async function readManifest(backup: string): Promise<BackupManifest> {
  return JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as BackupManifest;
}

/** SHA-256 of each table, whatever order its rows lie in, and of each other file. */
async function hashContents(backup: string): Promise<Record<string, string>> {
  const { files } = await readManifest(backup);
  const hashes: Record<string, string> = {};
  for (const { path, sha256 } of files) {
    const lines = path.startsWith('tables/') ? (await readFile(join(backup, path), 'utf8')).split('\n').sort() : [];
    hashes[path] = lines.length === 0 ? sha256 : createHash('sha256').update(lines.join('\n')).digest('hex');
  }
  return hashes;
}

for (const [from, to] of [
  ['pglite', 'postgres'],
  ['postgres', 'pglite'],
] as const)
  describe(`a back-up of ${from}, restored to ${to}`, () => {
    let gateway: GatewayProcess;
    let desk: DeskClient;
    let dossiers: Sent[];
    let later: Sent;
    let seen: string[];
    let backup: string;
    let target: Record<string, string>;

    before(async () => {
      const source = await openPlace(from);
      desk = await openDeskClient({
        fetch: (request) => gateway.send(request),
        gateway: {
          async putAccount(account) {
            await putAccountByProgram(account, source);
            gateway = await startGatewayProcess(source);
          },
        },
      });
      dossiers = [await send(gateway), await send(gateway), await send(gateway)];
      for (const { confirmation } of dossiers.slice(1))
        assert.equal((await desk.move(confirmation.provisionalCode, { move: 'receive' })).status, 200);
      seen = await Promise.all(dossiers.map((sent) => lookUp(gateway, sent)));
      if (from === 'pglite') {
        await gateway.stop();
        backup = await backUp(source);
        gateway = await startGatewayProcess(source);
      } else backup = await backUp(source);
      later = await send(gateway);
      await gateway.stop();
      target = await openPlace(to);
      const { code, said } = await runGatewayCommand(['restore', backup], target);
      assert.equal(code, 0, said);
    });
    after(() => gateway.kill());

    test('holds every row and every byte: the hashes of the next back-up are equal', async () => {
      assert.deepEqual(await hashContents(await backUp(target)), await hashContents(backup));
      assert.deepEqual((await readManifest(backup)).damagedPapers, []);
    });

    test('shows each dossier to its holder as before, and repeats the answers of before', async () => {
      gateway = await startGatewayProcess(target);
      assert.deepEqual(await Promise.all(dossiers.map((sent) => lookUp(gateway, sent))), seen);
      for (const { prepared, confirmation } of dossiers) {
        const again = await gateway.send(prepared.createRequest());
        assert.equal(again.headers.get('idempotency-replayed'), 'true');
        assert.deepEqual(await again.json(), confirmation);
      }
    });

    test('shows the desk its papers byte for byte, and counts serials and audit on from there', async () => {
      const code = dossiers[1]?.confirmation.provisionalCode ?? '';
      const dossier = JSON.parse(seen[1] ?? '') as Dossier;
      const papers = dossier.data['papers'] as { birthCertificate: { uploadId: string; sha256: string }[] };
      const [paper] = papers.birthCertificate;
      const bytes = await desk.send(`dossiers/${code}/papers/${paper?.uploadId ?? ''}`);
      assert.equal(bytes.status, 200);
      assert.equal(
        createHash('sha256')
          .update(Buffer.from(await bytes.arrayBuffer()))
          .digest('hex'),
        paper?.sha256,
      );
      const waiting = dossiers[0]?.confirmation.provisionalCode ?? '';
      const received = await desk.move(waiting, { move: 'receive' });
      assert.match(((await received.json()) as DeskDossier).dossier.officialCode ?? '', /-0003$/);
    });

    test('does not know what was sent after it; its confirmation is still proved by the keys', async () => {
      const found = await gateway.send(new Request(`${BASE}/v1/dossiers/${later.confirmation.provisionalCode}`));
      assert.equal(found.status, 404);
      const { keys } = (await (await gateway.send(new Request(`${BASE}/v1/keys`))).json()) as { keys: JWK[] };
      const { payload } = await compactVerify(
        later.confirmation.jws,
        await importJWK(keys[0] ?? assert.fail('there is no key'), 'EdDSA'),
      );
      assert.ok(Buffer.from(payload).toString('utf8').includes(later.confirmation.provisionalCode));
    });
  });

describe('a restoration is refused, and changes nothing,', () => {
  let backup: string;
  before(async () => {
    const source = await openPlace('postgres');
    const gateway = await startGatewayProcess(source);
    await send(gateway);
    await gateway.stop();
    backup = await backUp(source);
  });

  async function refuses(from: string, place: Record<string, string>, reason: RegExp): Promise<void> {
    const { code, said } = await runGatewayCommand(['restore', from], place);
    assert.equal(code, 1);
    assert.match(said, reason);
  }

  test('into a database in which something is', async () => {
    const place = await openPlace('postgres');
    await (await startGatewayProcess(place)).stop();
    await rm(place['MOTCUA_DATA_DIR'] ?? '', { recursive: true });
    await refuses(backup, place, /^The database is not empty\./);
  });

  test('into a data folder with papers or a key', async () => {
    const place = await openPlace('postgres');
    await cp(join(backup, 'keys'), place['MOTCUA_DATA_DIR'] ?? '', { recursive: true });
    await refuses(backup, place, /signing-key\.json is there already\./);
    const another = await openPlace('postgres');
    await cp(join(backup, 'uploads'), join(another['MOTCUA_DATA_DIR'] ?? '', 'uploads'), { recursive: true });
    await refuses(backup, another, /uploads is not empty\./);
  });

  test('from a back-up of which a byte has changed, or that has no end', async () => {
    for (const { path } of (await readManifest(backup)).files.filter(({ bytes }) => bytes > 0)) {
      const damaged = join(folder, `damaged-${(places += 1)}`);
      await cp(backup, damaged, { recursive: true });
      await appendFile(join(damaged, path), ' ');
      const place = await openPlace('pglite');
      await refuses(damaged, place, /is not as it was written\./);
      assert.deepEqual(await readdir(place['MOTCUA_DATA_DIR'] ?? '').catch(() => []), []);
      break;
    }
    const endless = join(folder, `endless-${(places += 1)}`);
    await cp(backup, endless, { recursive: true });
    await rm(join(endless, 'manifest.json'));
    await refuses(endless, await openPlace('pglite'), /holds no whole back-up/);
  });

  test('and a back-up into a folder that is not empty', async () => {
    const { code, said } = await runGatewayCommand(['backup', backup], await openPlace('postgres'));
    assert.equal(code, 1);
    assert.match(said, /is not empty\./);
  });
});

test('a back-up of a database that is being written holds all that was acknowledged before it, and each dossier whole', async () => {
  const source = await openPlace('postgres');
  const gateway = await startGatewayProcess(source);
  const acknowledged = [await send(gateway), await send(gateway)];
  let writing = true;
  const writers = [1, 2].map(async () => {
    while (writing) await send(gateway);
  });
  const backup = await backUp(source);
  writing = false;
  await Promise.all(writers);
  await gateway.stop();
  const target = await openPlace('postgres');
  const { code, said } = await runGatewayCommand(['restore', backup], target);
  assert.equal(code, 0, said);
  const restored = await startGatewayProcess(target);
  for (const sent of acknowledged)
    assert.equal((JSON.parse(await lookUp(restored, sent)) as Dossier).history.length, 1);
  await restored.stop();
  const rows = new Map((await readManifest(backup)).tables.map((table) => [table.name, table.rows]));
  assert.equal(rows.get('dossier_submission'), rows.get('dossier'));
  assert.equal(rows.get('idempotency'), rows.get('dossier'));
});
