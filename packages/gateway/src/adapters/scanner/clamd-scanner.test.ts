import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { startClamd, type ClamdServer } from '../../testing/clamd-server.js';
import { createClamdScanner } from './clamd-scanner.js';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)', '7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
let clamd: ClamdServer;
before(async () => (clamd = await startClamd()));
beforeEach(() => (clamd.mood = 'normal'));
after(() => clamd.close());

function stream(...blocks: (Uint8Array | string)[]): ReadableStream<Uint8Array> {
  return new Blob(blocks.map((block) => (typeof block === 'string' ? block : new Uint8Array(block)))).stream();
}

test('what is clean is clean, and arrives whole', async () => {
  const bytes = randomBytes(3_000_000);
  assert.deepEqual(await createClamdScanner(clamd).scan(stream(bytes)), { kind: 'clean' });
  assert.ok(clamd.files.at(-1)?.equals(bytes));
});

test('what is found is told by its name', async () => {
  assert.deepEqual(await createClamdScanner(clamd).scan(stream('%PDF-1.4\n', EICAR)), {
    kind: 'infected',
    signature: 'Eicar-Test-Signature',
  });
});

test('an empty file is asked about too', async () => {
  assert.deepEqual(await createClamdScanner(clamd).scan(stream()), { kind: 'clean' });
});

test('a scanner on a Unix socket is the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const own = await startClamd(join(folder, 'socket'));
  try {
    assert.equal((await createClamdScanner(own).scan(stream(EICAR))).kind, 'infected');
    assert.equal(await createClamdScanner(own).check(), true);
  } finally {
    await own.close();
    await rm(folder, { recursive: true });
  }
});

test('no scanner, one that is silent, hangs up, says nonsense or takes no such size gives no verdict, and says why', async () => {
  const away = createClamdScanner({ address: { path: '/nowhere/clamd' } });
  assert.deepEqual(await away.scan(stream('x')), { kind: 'unavailable', reason: 'connection' });
  assert.equal(await away.check(), false);
  const near = createClamdScanner({ address: clamd.address, timeLimit: 200 });
  const reasons = { silent: 'time', 'hang-up': 'connection', nonsense: 'protocol', size: 'size' } as const;
  for (const [mood, reason] of Object.entries(reasons)) {
    clamd.mood = mood as keyof typeof reasons;
    assert.deepEqual(await near.scan(stream(randomBytes(500_000))), { kind: 'unavailable', reason }, mood);
  }
});

test('a file whose reading breaks off is no clean file', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('the disk is gone'));
    },
  });
  assert.equal((await createClamdScanner(clamd).scan(broken)).kind, 'unavailable');
});

test('it says whether it answers', async () => {
  assert.equal(await createClamdScanner(clamd).check(), true);
  clamd.mood = 'nonsense';
  assert.equal(await createClamdScanner(clamd).check(), false);
});
