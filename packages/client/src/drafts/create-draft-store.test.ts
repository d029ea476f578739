import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../json.js';
import { createDraftStore, type DraftStoreOptions } from './create-draft-store.js';
import type { DraftChange } from './draft-store.js';
import {
  dumpRaw,
  openRaw,
  readRaw,
  replaceGlobals,
  useFreshIndexedDb,
  writeRaw,
} from './indexeddb-in-node.test.support.js';

const SLUG = 'civil-status/birth-registration';
const NAME = 'motcua drafts https://gateway.test/';
const DAY_MS = 86_400_000;

function openStore(options: Partial<DraftStoreOptions> = {}) {
  return createDraftStore({ name: NAME, ...options });
}

function onDevice(name: string, run: (context: TestContext) => Promise<void>): void {
  test(name, async (context) => {
    useFreshIndexedDb(context);
    await run(context);
  });
}

onDevice('a draft comes back in a later session', async () => {
  const first = openStore();
  assert.deepEqual(await first.persistence(), { kind: 'device' });
  const { id, content } = await first.create(SLUG);
  assert.deepEqual(content, {});
  await first.save(id, { answers: { name: 'Nguyễn Thị Hoà' } });

  const later = openStore();
  assert.deepEqual((await later.load(id))?.content, { answers: { name: 'Nguyễn Thị Hoà' } });
  assert.deepEqual(
    (await later.list(SLUG)).drafts.map((draft) => draft.id),
    [id],
  );
  assert.deepEqual((await later.list('feedback/petition')).drafts, []);
});

onDevice('any JSON content comes back equal', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (generated) => {
      const content = JSON.parse(JSON.stringify(generated)) as JsonObject;
      await store.save(id, content);
      assert.deepEqual((await store.load(id))?.content, content);
    }),
    { numRuns: 40 },
  );
});

onDevice('fifty seeded values lie nowhere in the database, and the key cannot be read out', async () => {
  const seeds = Array.from({ length: 50 }, (_, index) => `Bùi Thị Hạt Giống ${index} 0012030${45_000 + index}`);
  const store = openStore();
  const { id } = await store.create(SLUG);
  await store.save(id, { seeds: seeds.slice(0, 25), secret: 'ABCDEFGHJKMNPQRSTVWXYZ0123' });
  await store.files.put(id, 'paper', new Blob(seeds.slice(25, 49)), {
    name: `${seeds[49]}.pdf`,
    type: 'application/pdf',
    lastModified: 1,
    uploadUrl: `https://gateway.test/v1/uploads/${'a'.repeat(32)}`,
  });
  const dump = await dumpRaw(NAME);
  assert.ok(dump.includes(id) && dump.includes(SLUG), 'the scan must see the clear members');
  for (const seed of [...seeds, 'ABCDEFGHJKMNPQRSTVWXYZ0123', 'a'.repeat(32)]) {
    assert.equal(dump.includes(Buffer.from(seed).toString('latin1')), false);
  }
  const database = await openRaw(NAME);
  const [record] = (await readRaw(database, 'keys')) as { key: CryptoKey }[];
  assert.ok(record);
  await assert.rejects(crypto.subtle.exportKey('raw', record.key));
});

onDevice('only id, slug and times stand in clear', async () => {
  const store = openStore();
  await store.create(SLUG);
  const [record] = (await readRaw(await openRaw(NAME), 'drafts')) as object[];
  assert.deepEqual(Object.keys(record ?? {}).sort(), ['ciphertext', 'expiresAt', 'id', 'iv', 'slug', 'updatedAt']);
});

onDevice('of many saves at once the last call wins, whatever the order of the work', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  await Promise.all(Array.from({ length: 50 }, (_, turn) => store.save(id, { turn })));
  assert.deepEqual((await store.load(id))?.content, { turn: 49 });
});

onDevice('a draft that was removed stays removed, though a save was under way', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  const saving = store.save(id, { late: 1 });
  await store.remove(id);
  await saving;
  await assert.rejects(store.save(id, { late: 2 }), { code: 'draft.not-found' });
  assert.equal(await store.load(id), undefined);
  await store.remove(id);
});

onDevice('a save that failed does not stop the next one', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  const circular: JsonObject = {};
  circular['self'] = circular;
  await assert.rejects(store.save(id, circular));
  await store.save(id, { fine: true });
  assert.deepEqual((await store.load(id))?.content, { fine: true });
});

onDevice('a damaged record is reported beside the sound ones, and can be removed', async () => {
  const store = openStore();
  const sound = await store.create(SLUG);
  const damaged = await store.create(SLUG);
  const database = await openRaw(NAME);
  const records = (await readRaw(database, 'drafts')) as { id: string; ciphertext: ArrayBuffer }[];
  const target = records.find(({ id }) => id === damaged.id);
  assert.ok(target);
  new Uint8Array(target.ciphertext)[0] = (new Uint8Array(target.ciphertext)[0] ?? 0) ^ 1;
  await writeRaw(database, 'drafts', target);

  const list = await store.list();
  assert.deepEqual(
    list.drafts.map(({ id }) => id),
    [sound.id],
  );
  assert.deepEqual(
    list.broken.map(({ id, code }) => [id, code]),
    [[damaged.id, 'draft.unreadable']],
  );
  await assert.rejects(store.load(damaged.id), { code: 'draft.unreadable' });
  await store.remove(damaged.id);
  assert.deepEqual((await store.list()).broken, []);
});

onDevice('a record moved to another draft does not open', async () => {
  const store = openStore();
  const mine = await store.create(SLUG);
  const other = await store.create(SLUG);
  const database = await openRaw(NAME);
  const records = (await readRaw(database, 'drafts')) as { id: string }[];
  const moved = records.find(({ id }) => id === other.id);
  await writeRaw(database, 'drafts', { ...moved, id: mine.id });
  await assert.rejects(store.load(mine.id), { code: 'draft.unreadable' });
});

onDevice('a draft expires thirty days after its last save, with its papers', async () => {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const store = openStore({ now: () => new Date(time) });
  const { id } = await store.create(SLUG);
  await store.files.put(id, 'paper', new Blob(['x']), { name: 'a.pdf', type: '', lastModified: 1 });
  time += 20 * DAY_MS;
  await store.save(id, { kept: true });
  time += 29 * DAY_MS;
  assert.equal((await store.list()).drafts.length, 1);
  time += DAY_MS;
  assert.equal(await store.load(id), undefined);
  assert.deepEqual(await store.list(), { drafts: [], broken: [] });
  const database = await openRaw(NAME);
  for (const kind of ['drafts', 'files', 'slices']) assert.deepEqual(await readRaw(database, kind), []);
});

onDevice('wiping leaves nothing, not even the key, and the store goes on afterwards', async () => {
  const store = openStore();
  const elsewhere = openStore();
  const { id } = await store.create(SLUG);
  await elsewhere.load(id);
  await store.files.put(id, 'paper', new Blob(['x']), { name: 'a.pdf', type: '', lastModified: 1 });
  await store.wipe();
  const database = await openRaw(NAME);
  for (const kind of ['keys', 'drafts', 'files', 'slices']) assert.deepEqual(await readRaw(database, kind), []);
  database.close();

  const mine = await store.create(SLUG);
  const theirs = await elsewhere.create(SLUG);
  const { drafts, broken } = await openStore().list();
  assert.deepEqual(drafts.map((draft) => draft.id).sort(), [mine.id, theirs.id].sort());
  assert.deepEqual(broken, []);
});

onDevice('two sessions that open an empty device at once share one key', async () => {
  const [one, two] = [openStore(), openStore()];
  const [first, second] = await Promise.all([one.create(SLUG), two.create(SLUG)]);
  assert.ok(await two.load(first.id));
  assert.ok(await one.load(second.id));
});

onDevice('the download is readable and leaves out what is not to be shown', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  await store.save(id, { answers: { name: 'Hoà' }, lookupSecret: 'SECRET' });
  const text = await (await store.export(id, { without: ['lookupSecret'] })).text();
  assert.deepEqual((JSON.parse(text) as JsonObject)['content'], { answers: { name: 'Hoà' } });
  assert.equal(text.includes('SECRET'), false);
  await assert.rejects(store.export('unknown'), { code: 'draft.not-found' });
});

onDevice('changes are told here and in other tabs', async () => {
  const [here, there] = [openStore(), openStore()];
  const heardHere: DraftChange[] = [];
  const heardThere: DraftChange[] = [];
  const stopHere = here.subscribe((change) => heardHere.push(change));
  const told = new Promise<void>((resolve) => {
    const stop = there.subscribe((change) => {
      heardThere.push(change);
      if (change.type !== 'wiped') return;
      stop();
      resolve();
    });
  });
  const { id } = await here.create(SLUG);
  await here.remove(id);
  await here.wipe();
  await told;
  stopHere();
  const said = [{ type: 'saved', id }, { type: 'removed', id }, { type: 'wiped' }];
  assert.deepEqual(
    heardHere,
    said.map((change) => ({ ...change, elsewhere: false })),
  );
  assert.deepEqual(
    heardThere,
    said.map((change) => ({ ...change, elsewhere: true })),
  );
});

onDevice('a tab that lost its draft cannot write over the one that took it', async () => {
  const [first, second] = [openStore(), openStore()];
  const { id } = await first.create(SLUG);
  const mine = await first.claim(id);
  assert.equal(mine.held, true);
  assert.equal((await second.claim(id)).held, false);

  const lost = new Promise<void>((resolve) => mine.onLost(resolve));
  const theirs = await second.claim(id, { takeOver: true });
  assert.equal(theirs.held, true);
  await lost;
  await second.save(id, { by: 'second' });
  await assert.rejects(first.save(id, { by: 'first' }), { code: 'draft.taken-over' });
  assert.deepEqual((await first.load(id))?.content, { by: 'second' });

  theirs.release();
  const again = await first.claim(id);
  assert.equal(again.held, true);
  await first.save(id, { by: 'first' });
  again.release();
});

onDevice('a full device is told as such and the former draft stays', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  await store.save(id, { kept: true });
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function () {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await assert.rejects(store.save(id, { kept: false }), { code: 'storage.quota' });
  IDBObjectStore.prototype.put = put;
  assert.deepEqual((await store.load(id))?.content, { kept: true });
});

onDevice('a connection that the browser cut is opened again', async () => {
  const store = openStore();
  const { id } = await store.create(SLUG);
  const open = indexedDB.open.bind(indexedDB);
  const cut: IDBDatabase[] = [];
  indexedDB.open = (name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => cut.push(request.result));
    return request;
  };
  const other = openStore();
  await other.load(id);
  for (const database of cut) database.close();
  assert.equal((await other.load(id))?.id, id);
  assert.equal(cut.length, 2);
});

for (const [what, values, reason] of [
  ['is missing', { indexedDB: undefined }, 'storage.unavailable'],
  [
    'is barred',
    {
      indexedDB: {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    },
    'storage.blocked',
  ],
  [
    'has no encryption beside it',
    { crypto: { getRandomValues: crypto.getRandomValues.bind(crypto) } },
    'storage.unavailable',
  ],
  [
    'stands on a plain-http page',
    { crypto: { getRandomValues: crypto.getRandomValues.bind(crypto) }, isSecureContext: false },
    'storage.insecure-context',
  ],
] satisfies [string, Record<string, unknown>, string][]) {
  onDevice(`where IndexedDB ${what}, drafts live in memory and the page can say why`, async (context) => {
    replaceGlobals(context, values);
    const store = openStore();
    assert.deepEqual(await store.persistence(), { kind: 'memory', reason });
    const { id } = await store.create(SLUG);
    await store.save(id, { answers: 1 });
    await store.files.put(id, 'paper', new Blob(['bytes']), { name: 'a.pdf', type: '', lastModified: 1 });
    assert.equal(await (await store.files.get(id, 'paper'))?.text(), 'bytes');
    assert.deepEqual((await store.load(id))?.content, { answers: 1 });
    const claim = await store.claim(id);
    assert.equal(claim.held, true);
    claim.release();
    await store.remove(id);
    assert.deepEqual(await store.list(), { drafts: [], broken: [] });
    assert.deepEqual(await store.files.list(id), []);
    assert.deepEqual(await openStore().list(), { drafts: [], broken: [] });
  });
}

test('memory can be chosen', async () => {
  assert.deepEqual(await openStore({ storage: 'memory' }).persistence(), { kind: 'memory', reason: 'storage.chosen' });
});
