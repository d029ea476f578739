import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compactVerify, importJWK } from 'jose';
import { openKeyFile } from './ed25519-keys.js';
import { readRetiredKeys } from './retired-keys.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL('../../rotate-key.js', import.meta.url));
const rotate = (): Promise<unknown> =>
  promisify(execFile)(process.execPath, [program], { env: { ...process.env, MOTCUA_DATA_DIR: folder } });

test('what a key signed before two rotations is verified by its name among the published keys, which hold nothing secret', async () => {
  const first = await openKeyFile(join(folder, 'signing-key.json'));
  const jws = await first.sign(new TextEncoder().encode('{}'), 'motcua-confirmation+jws');
  await rotate();
  await rotate();
  const published = (await openKeyFile(join(folder, 'signing-key.json'))).publish();
  assert.equal(published.length, 3);
  assert.deepEqual(
    published.map(({ exp }) => exp === undefined),
    [true, false, false],
    'only the present key has no end',
  );
  assert.ok(!JSON.stringify(published).includes('"d"'));
  const { kid } = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
  const key = published.find((candidate) => candidate.kid === kid);
  assert.ok(key);
  await compactVerify(jws, await importJWK({ ...key }, 'EdDSA'));
});

test('a revocation that an operator writes is published', async () => {
  const path = join(folder, 'retired-keys.json');
  const set = JSON.parse(await readFile(path, 'utf8')) as { keys: Record<string, unknown>[] };
  Object.assign(set.keys[0] ?? {}, { revoked: { revoked_at: 1, reason: 'lost' } });
  await writeFile(path, JSON.stringify(set));
  assert.deepEqual((await readRetiredKeys(folder))[0]?.revoked, { revoked_at: 1, reason: 'lost' });
});

test('a file with a private key, a foreign name or no keys is refused, saying what belongs there', async () => {
  const path = join(folder, 'retired-keys.json');
  const set = JSON.parse(await readFile(path, 'utf8')) as { keys: Record<string, unknown>[] };
  const [key] = set.keys;
  for (const [content, message] of [
    [{ keys: [{ ...key, d: 'AAAA' }] }, /private key/],
    [{ keys: [{ ...key, kid: 'mine' }] }, /thumbprint/],
    [{ keys: [{ ...key, crv: 'X25519' }] }, /thumbprint/],
    [[], /must be a JWKS/],
  ] as const) {
    await writeFile(path, JSON.stringify(content));
    await assert.rejects(readRetiredKeys(folder), { code: 'configuration.invalid', message });
  }
});
