import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import type { NewDossier } from '../../ports/dossier-store.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { createKyselyDatabase } from './kysely-database.js';
import { migrate } from './migrations.js';
import { connectDatabase } from './open-database.js';
import type { Tables } from './tables.js';

let own: TestDatabase;
let db: Kysely<Tables>;
let database: GatewayDatabase;
before(async () => {
  own = await createTestDatabase();
  const connection = await connectDatabase(own.options);
  db = connection.db;
  await migrate(db);
  database = createKyselyDatabase(db, connection);
});
after(async () => {
  await database.close();
  await own.drop();
});

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
    names: { applicant: 'Đỗ An', folded: 'do an' },
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

test('a request that is refused for what another process did meanwhile under its key gets the answer of that process', async () => {
  const elsewhere = createKyselyDatabase(db, {
    locks: database.uploadLocks,
    readPool: () => database.readPool(),
    close: () => Promise.resolve(),
  });
  const request = { scope: 'test', key: 'two processes', bodyHash: 'hash' };
  const outcome = await database.idempotency.once(
    request,
    async () => {
      await elsewhere.idempotency.once(
        request,
        () => Promise.resolve(),
        async ({ dossiers }) => ({
          dossierId: (await dossiers.insert(describeDossier('TN-0000-0000-0013'))) ?? '',
          body: '"elsewhere"',
        }),
      );
      throw new Error('the papers are taken');
    },
    () => Promise.reject(new Error('must not run')),
  );
  assert.ok(outcome.kind === 'replayed' && outcome.answer.body === '"elsewhere"');
});

test('neither history nor audit log nor what was sent can be emptied or altered', async () => {
  const id = (await database.dossiers.insert(describeDossier('TN-0000-0000-0009'))) ?? '';
  await database.audit.add({ at: new Date(), operation: 'dossier.read', dossierId: id, outcome: 'done' });
  for (const attempt of [
    sql`truncate dossier_event`,
    sql`update audit set outcome = 'other'`,
    sql`delete from audit`,
    sql`truncate audit`,
    sql`update dossier_submission set submission = '{}'`,
    sql`delete from dossier_submission`,
  ])
    await assert.rejects(attempt.execute(db), /append-only/);
});

test('each step leaves one notice in the outbox, and a step that is taken back leaves none', async () => {
  const id = (await database.dossiers.insert(describeDossier('TN-0000-0000-0010'))) ?? '';
  const event = { sequence: 2, state: 'received', at: new Date(), actor: 'desk' } as const;
  const failing = database.transact(async (stores) => {
    await stores.dossiers.append(id, event);
    throw new Error('taken back');
  });
  await assert.rejects(failing, /taken back/);
  const listSequences = async (): Promise<number[]> =>
    (await db.selectFrom('outbox').select('sequence').where('dossier_id', '=', id).orderBy('id').execute()).map(
      ({ sequence }) => sequence,
    );
  assert.deepEqual(await listSequences(), [1]);
  await database.dossiers.append(id, event);
  assert.deepEqual(await listSequences(), [1, 2]);
});

test('serials count up by agency and day, and one that is taken back is given again', async () => {
  assert.equal(await database.serials.next('00004', '2026-11-20'), 1);
  const failing = database.transact(async ({ serials }) => {
    assert.equal(await serials.next('00004', '2026-11-20'), 2);
    throw new Error('taken back');
  });
  await assert.rejects(failing, /taken back/);
  assert.equal(await database.serials.next('00004', '2026-11-20'), 2);
  assert.equal(await database.serials.next('00004', '2026-11-21'), 1);
  assert.equal(await database.serials.next('00008', '2026-11-20'), 1);
});
