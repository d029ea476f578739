import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { createDraftStore } from './create-draft-store.js';
import { MOST_KEPT_BYTES, SLICE_BYTES } from './draft-files.js';
import { openRaw, readRaw, useFreshIndexedDb, writeRaw } from './indexeddb-in-node.test.support.js';

const NAME = 'motcua drafts https://gateway.test/';
const META = { name: 'Giấy chứng sinh.pdf', type: 'application/pdf', lastModified: 7 };

async function openDraft(context: TestContext) {
  useFreshIndexedDb(context);
  const store = createDraftStore({ name: NAME });
  const { id } = await store.create('civil-status/birth-registration');
  return { store, id, files: store.files };
}

function randomBytes(size: number): Uint8Array<ArrayBuffer> {
  return randomFillSync(new Uint8Array(size));
}

function digest(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}

for (const size of [0, 1, SLICE_BYTES - 1, SLICE_BYTES, SLICE_BYTES + 1, 3 * SLICE_BYTES + 5]) {
  test(`a file of ${size} bytes comes back byte for byte`, async (context) => {
    const { files, id } = await openDraft(context);
    const bytes = randomBytes(size);
    const put = await files.put(id, 'paper', new Blob([bytes]), META);
    assert.deepEqual([put.size, put.kept, put.name], [size, true, META.name]);
    const back = await files.get(id, 'paper');
    assert.equal(back?.type, META.type);
    assert.equal(digest(await back.arrayBuffer()), digest(bytes));
  });
}

test('names are stored in NFC', async (context) => {
  const { files, id } = await openDraft(context);
  await files.put(id, 'paper', new Blob(['x']), { ...META, name: META.name.normalize('NFD') });
  assert.equal((await files.describe(id, 'paper'))?.name, META.name);
});

test('a file that replaces another leaves no slice of it', async (context) => {
  const { files, id } = await openDraft(context);
  await files.put(id, 'paper', new Blob([randomBytes(3 * SLICE_BYTES)]), META);
  await files.put(id, 'paper', new Blob(['short']), META);
  assert.equal(await (await files.get(id, 'paper'))?.text(), 'short');
  assert.equal((await readRaw(await openRaw(NAME), 'slices')).length, 1);
});

test('a replacement that broke off leaves the former file whole', async (context) => {
  const { files, id } = await openDraft(context);
  const bytes = randomBytes(2 * SLICE_BYTES);
  await files.put(id, 'paper', new Blob([bytes]), META);
  const breaking = new Blob([randomBytes(2 * SLICE_BYTES)]);
  const slice = breaking.slice.bind(breaking);
  breaking.slice = (start, end, type) => {
    if (start === 0) return slice(start, end, type);
    const gone = slice(start, end, type);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    return gone;
  };
  await assert.rejects(files.put(id, 'paper', breaking, META), { code: 'upload.file-changed' });
  const back = await files.get(id, 'paper');
  assert.ok(back);
  assert.equal(digest(await back.arrayBuffer()), digest(bytes));
});

test('a file over the limit is remembered, not kept', async (context) => {
  const { files, id } = await openDraft(context);
  const large = new Blob([new Uint8Array(MOST_KEPT_BYTES), new Uint8Array(1)]);
  const put = await files.put(id, 'paper', large, { ...META, sha256: 'f'.repeat(64) });
  assert.deepEqual([put.kept, put.size], [false, MOST_KEPT_BYTES + 1]);
  assert.equal(await files.get(id, 'paper'), undefined);
  assert.equal((await files.describe(id, 'paper'))?.sha256, 'f'.repeat(64));
  assert.deepEqual(await readRaw(await openRaw(NAME), 'slices'), []);
});

test('what is known of a file can change without its bytes', async (context) => {
  const { files, id } = await openDraft(context);
  await files.put(id, 'paper', new Blob(['x']), META);
  await files.update(id, 'paper', { uploadUrl: 'https://gateway.test/v1/uploads/1' });
  await files.update(id, 'paper', { sha256: 'a' });
  const [file] = await files.list(id);
  assert.deepEqual([file?.uploadUrl, file?.sha256, file?.name], ['https://gateway.test/v1/uploads/1', 'a', META.name]);
  assert.equal(await (await files.get(id, 'paper'))?.text(), 'x');
  assert.equal(await files.update(id, 'unknown', { sha256: 'a' }), undefined);
});

test('slices cannot be swapped or altered unseen', async (context) => {
  const { files, id } = await openDraft(context);
  await files.put(id, 'paper', new Blob([randomBytes(2 * SLICE_BYTES)]), META);
  const database = await openRaw(NAME);
  const [first, second] = (await readRaw(database, 'slices')) as { index: number }[];
  await writeRaw(database, 'slices', { ...first, index: second?.index });
  await assert.rejects(files.get(id, 'paper'), { code: 'draft.unreadable' });
});

test('removing a file removes its slices, and a file needs its draft', async (context) => {
  const { store, files, id } = await openDraft(context);
  await files.put(id, 'paper', new Blob(['x']), META);
  await files.put(id, 'photo', new Blob(['y']), META);
  await files.remove(id, 'paper');
  assert.equal(await files.get(id, 'paper'), undefined);
  assert.equal(await (await files.get(id, 'photo'))?.text(), 'y');
  await store.remove(id);
  await assert.rejects(files.put(id, 'paper', new Blob(['x']), META), { code: 'draft.not-found' });
  for (const kind of ['files', 'slices']) assert.deepEqual(await readRaw(await openRaw(NAME), kind), []);
});
