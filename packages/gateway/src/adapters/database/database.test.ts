import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import type { NewDossier } from '../../ports/dossier-store.js';
import { createKyselyDatabase } from './kysely-database.js';
import { migrate } from './migrations.js';
import { createPglitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';

let db: Kysely<Tables>;
let database: GatewayDatabase;
before(async () => {
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPglitePool(await PGlite.create()) }) });
  await migrate(db);
  database = createKyselyDatabase(db, () => db.destroy());
});
after(() => database.close());

function describeDossier(provisionalCode: string): NewDossier {
  const procedure = {
    slug: 'sample/paper',
    code: '',
    version: '1.0.0',
    planHash: '0'.repeat(64),
    title: { vi: 'Mẫu' },
  };
  const agency = { code: '00004', name: { vi: 'Mẫu' }, provinceCode: '01', provinceName: { vi: 'Mẫu' } };
  return {
    confirmation: {
      provisionalCode,
      submittedAt: '2026-07-15T05:00:00.000Z',
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
      data: { note: 'Hà Nội\n"x"' },
      declaration: true,
      lookupSecretHash: '0'.repeat(64),
    },
    submittedAt: new Date('2026-07-15T05:00:00.000Z'),
  };
}

test('migrating a database that is new already changes nothing', async () => {
  await migrate(db);
  await database.check();
});

test('a dossier comes back as it was put in', async () => {
  const dossier = describeDossier('TN-0000-0000-0001');
  const id = await database.dossiers.insert(dossier);
  const stored = await database.dossiers.read(id ?? '');
  assert.deepEqual(stored.submission, dossier.submission);
  assert.deepEqual(stored.confirmation, dossier.confirmation);
  assert.deepEqual(stored.submittedAt, dossier.submittedAt);
});

test('a code that is taken is not given twice', async () => {
  assert.ok(await database.dossiers.insert(describeDossier('TN-0000-0000-0002')));
  assert.equal(await database.dossiers.insert(describeDossier('TN-0000-0000-0002')), undefined);
});

test('history cannot be altered or removed, whoever asks', async () => {
  const id = (await database.dossiers.insert(describeDossier('TN-0000-0000-0003'))) ?? '';
  await assert.rejects(
    sql`update dossier_event set state = 'completed' where dossier_id = ${id}`.execute(db),
    /append-only/,
  );
  await assert.rejects(sql`delete from dossier_event where dossier_id = ${id}`.execute(db), /append-only/);
  assert.equal((await database.dossiers.read(id)).history.length, 1);
});

test('two events for one sequence number are one event', async () => {
  const id = (await database.dossiers.insert(describeDossier('TN-0000-0000-0004'))) ?? '';
  const event = { sequence: 2, state: 'received', at: new Date(), actor: 'desk' } as const;
  assert.deepEqual(await Promise.all([database.dossiers.append(id, event), database.dossiers.append(id, event)]), [
    true,
    false,
  ]);
});

test('what fails inside a transaction leaves nothing behind, the key included', async () => {
  const before = await database.dossiers.count();
  const request = { scope: 'test', key: 'key', bodyHash: 'hash' };
  const fail = database.idempotency.once(
    request,
    () => Promise.resolve(),
    async ({ dossiers }) => {
      await dossiers.insert(describeDossier('TN-0000-0000-0005'));
      throw new Error('after the insert');
    },
  );
  await assert.rejects(fail, /after the insert/);
  assert.equal(await database.dossiers.count(), before);
  const outcome = await database.idempotency.once(
    request,
    () => Promise.resolve(),
    async ({ dossiers }) => ({
      dossierId: (await dossiers.insert(describeDossier('TN-0000-0000-0005'))) ?? '',
      body: '{}',
    }),
  );
  assert.equal(outcome.kind, 'done');
});

test('a statement of another request does not slip into an open transaction', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const rolledBack = database.transact(async ({ dossiers }) => {
    await dossiers.insert(describeDossier('TN-0000-0000-0006'));
    release();
    await new Promise((turn) => setImmediate(turn));
    throw new Error('rolled back');
  });
  await gate;
  const other = database.dossiers.insert(describeDossier('TN-0000-0000-0007'));
  await assert.rejects(rolledBack, /rolled back/);
  assert.ok(await other);
  assert.equal(await database.dossiers.findLock('TN-0000-0000-0006'), undefined);
  assert.ok(await database.dossiers.findLock('TN-0000-0000-0007'));
});

test('a second request under a key that is at work is told so, and the next gets its answer', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const request = { scope: 'test', key: 'slow', bodyHash: 'hash' };
  const first = database.idempotency.once(
    request,
    () => gate,
    async ({ dossiers }) => ({
      dossierId: (await dossiers.insert(describeDossier('TN-0000-0000-0008'))) ?? '',
      body: '"first"',
    }),
  );
  const second = await database.idempotency.once(
    request,
    () => Promise.resolve(),
    () => Promise.reject(new Error('must not run')),
  );
  assert.equal(second.kind, 'in-flight');
  release();
  assert.equal((await first).kind, 'done');
  const third = await database.idempotency.once(
    request,
    () => Promise.reject(new Error('must not run')),
    () => Promise.reject(new Error('must not run')),
  );
  assert.ok(third.kind === 'replayed' && third.answer.body === '"first"');
  assert.equal(
    (
      await database.idempotency.once(
        { ...request, bodyHash: 'other' },
        () => Promise.resolve(),
        () => Promise.reject(new Error('must not run')),
      )
    ).kind,
    'key-reused',
  );
});
