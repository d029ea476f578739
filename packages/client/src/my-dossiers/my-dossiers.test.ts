import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { dumpRaw, openRaw, readRaw, useFreshIndexedDb, writeRaw } from '../drafts/indexeddb-in-node.test.support.js';
import { createLookupSecret, formatLookupSecret } from '../codes/lookup-secret.js';
import { createMyDossiers } from './create-my-dossiers.js';
import type { Remembered } from './my-dossiers.js';

const GATEWAY = 'https://gateway.test';
const NAME = `motcua dossiers ${GATEWAY}/`;
const DAY_MS = 86_400_000;

function dossier(number: number, more: Partial<Remembered> = {}): Remembered {
  return {
    provisionalCode: `TN-0000-0000-000${number}`,
    procedure: { title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' } },
    state: { name: 'submitted' },
    ...more,
  };
}

function onDevice(name: string, run: (context: TestContext) => Promise<void>): void {
  test(name, async (context) => {
    useFreshIndexedDb(context);
    await run(context);
  });
}

const open = (now?: () => Date) => createMyDossiers({ gateway: GATEWAY, ...(now ? { now } : {}) });

onDevice('a remembered dossier is there in a later session, found by either code however it is typed', async () => {
  const secret = createLookupSecret();
  await open().keep(dossier(1, { code: '000.00.04.H26-261120-0001' }), formatLookupSecret(secret).toLowerCase());
  const later = open();
  for (const typed of ['tn 0000 0000 0001', ' 000.00.04.h26-261120-0001 '])
    assert.equal((await later.find(typed))?.secret, secret);
  assert.equal(await later.find('TN-0000-0000-0002'), undefined);
});

onDevice('nothing of it lies on the device in clear', async () => {
  const secret = createLookupSecret();
  await open().keep(dossier(1), secret);
  const dump = await dumpRaw(NAME);
  assert.ok(dump.includes('my-dossiers'), 'the scan must see the clear members');
  for (const text of [secret, formatLookupSecret(secret), 'TN-0000-0000-0001', 'Đăng ký', 'Birth', 'submitted'])
    assert.equal(dump.includes(Buffer.from(text).toString('latin1')), false, text);
});

onDevice('keeping it again, and noting how it stands, change the one record', async () => {
  const store = open(() => new Date('2026-11-20T03:00:00Z'));
  const { id } = await store.keep(dossier(1), createLookupSecret());
  const secret = createLookupSecret();
  await store.keep(dossier(1), secret);
  await store.note(
    dossier(1, { code: '000.00.04.H26-261120-0001', state: { name: 'received' }, dueAt: '2026-11-20T10:00:00Z' }),
  );
  assert.deepEqual((await store.list()).dossiers, [
    {
      id,
      code: '000.00.04.H26-261120-0001',
      provisionalCode: 'TN-0000-0000-0001',
      secret,
      title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
      state: { name: 'received' },
      dueAt: '2026-11-20T10:00:00Z',
      seenAt: '2026-11-20T03:00:00.000Z',
    },
  ]);
});

onDevice('noting a dossier that nobody asked to remember remembers nothing', async () => {
  const store = open();
  await store.note(dossier(1));
  assert.deepEqual(await store.list(), { dossiers: [], broken: [] });
});

onDevice('one is forgotten, then all; another gateway keeps its own', async () => {
  const store = open();
  const other = createMyDossiers({ gateway: 'https://other.test' });
  await other.keep(dossier(9), createLookupSecret());
  const kept = [];
  for (const number of [1, 2, 3]) kept.push(await store.keep(dossier(number), createLookupSecret()));
  await store.forget(kept[1]?.id ?? '');
  assert.deepEqual((await store.list()).dossiers.map(({ provisionalCode }) => provisionalCode).sort(), [
    'TN-0000-0000-0001',
    'TN-0000-0000-0003',
  ]);
  await store.forgetAll();
  assert.deepEqual((await store.list()).dossiers, []);
  assert.equal((await other.list()).dossiers.length, 1);
});

onDevice('another tab hears of each change', async () => {
  const here = open();
  const there = open();
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    const stop = there.subscribe(({ type, elsewhere }) => {
      heard.push(`${type} ${elsewhere}`);
      if (type !== 'removed') return;
      stop();
      resolve();
    });
  });
  const { id } = await here.keep(dossier(1), createLookupSecret());
  await here.forget(id);
  await told;
  assert.ok(heard.includes('saved true') && heard.includes('removed true'));
  assert.deepEqual((await there.list()).dossiers, []);
});

onDevice('when the key is gone the records are named as unreadable, and new ones are kept', async () => {
  const { id } = await open().keep(dossier(1), createLookupSecret());
  const database = await openRaw(NAME);
  const [record] = (await readRaw(database, 'keys')) as { id: string; generation: string; key: CryptoKey }[];
  assert.ok(record);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await writeRaw(database, 'keys', { ...record, key });
  database.close();
  const store = open();
  const { dossiers, broken } = await store.list();
  assert.deepEqual([dossiers, broken.map((one) => [one.id, one.code])], [[], [[id, 'draft.unreadable']]]);
  await store.keep(dossier(2), createLookupSecret());
  assert.equal((await store.list()).dossiers.length, 1);
  await store.forgetAll();
  assert.deepEqual(await store.list(), { dossiers: [], broken: [] });
});

onDevice('a dossier that was not looked at for a year is forgotten', async () => {
  let now = Date.parse('2026-11-20T03:00:00Z');
  const store = open(() => new Date(now));
  await store.keep(dossier(1), createLookupSecret());
  now += 364 * DAY_MS;
  await store.note(dossier(1, { state: { name: 'returned' } }));
  now += 364 * DAY_MS;
  assert.equal((await store.list()).dossiers.length, 1);
  now += 2 * DAY_MS;
  assert.equal((await store.list()).dossiers.length, 0);
});

test('where the browser keeps nothing it says so and remembers for the page', async () => {
  const store = createMyDossiers({ gateway: GATEWAY, storage: 'memory' });
  assert.deepEqual(await store.persistence(), { kind: 'memory', reason: 'storage.chosen' });
  await store.keep(dossier(1), createLookupSecret());
  assert.equal((await store.list()).dossiers.length, 1);
});

test('what is no secret is refused', async () => {
  const store = createMyDossiers({ gateway: GATEWAY, storage: 'memory' });
  await assert.rejects(store.keep(dossier(1), '1234'), { code: 'code.malformed' });
});
