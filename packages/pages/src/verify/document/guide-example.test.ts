import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSigner, SAMPLE_CONFIRMATION as document } from '../testing/signed-papers.js';

const guide = fileURLToPath(new URL('../../../../../docs/verify.md', import.meta.url));
const signer = createSigner();
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guide-'));
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(await readFile(guide, 'utf8')) ?? [];
  await writeFile(join(folder, 'verify.mjs'), program);
});
after(() => rm(folder, { recursive: true, force: true }));

async function run(paper: object, jwks: string): Promise<string> {
  await writeFile(join(folder, 'paper.json'), JSON.stringify(paper));
  await writeFile(join(folder, 'keys.json'), jwks);
  const { stdout } = await promisify(execFile)(process.execPath, ['verify.mjs', 'paper.json', 'keys.json'], {
    cwd: folder,
  });
  return stdout.trim().split('\n')[0] ?? '';
}

test('the program in the guide calls a genuine paper genuine and refuses altered, late and foreign ones', async () => {
  const jws = signer.sign(document);
  const at = Date.parse(String(document['submittedAt'])) / 1000;
  assert.equal(await run({ document, jws }, signer.jwks()), 'genuine');
  assert.equal(await run({ document, jws }, signer.jwks({ exp: at })), 'genuine');
  assert.equal(await run({ document: { ...document, provisionalCode: 'TN-0' }, jws }, signer.jwks()), 'refused');
  assert.equal(await run({ document, jws: signer.sign({ ...document, a: 1 }) }, signer.jwks()), 'refused');
  const [header, payload] = jws.split('.');
  const other = signer.sign({ ...document, a: 1 }).split('.')[2];
  assert.equal(await run({ document, jws: [header, payload, other].join('.') }, signer.jwks()), 'refused');
  assert.equal(await run({ document, jws }, signer.jwks({ exp: at - 1 })), 'refused');
  const letter = { ...document, kind: 'receptionSlip', issuedAt: '2026-11-20T09:00:00.000Z' };
  const asSlip = { alg: 'EdDSA', kid: signer.kid, typ: 'motcua-reception-slip+jws' };
  const signed = { ...letter, jws: signer.sign(letter, asSlip) };
  assert.equal(await run({ ...signed, officer: 'Hoàng Thị Mến' }, signer.jwks()), 'genuine');
  assert.equal(await run({ ...signed, kind: 'refusal' }, signer.jwks()), 'refused');
  await assert.rejects(
    run({ ...letter, jws: signer.sign(letter, { ...asSlip, typ: 'JWT' }) }, signer.jwks()),
    /not signed by a known key/,
  );
  await assert.rejects(run({ document, jws }, createSigner().jwks()), /not signed by a known key/);
  await assert.rejects(
    run({ document, jws }, signer.jwks({ revoked: { revoked_at: at } })),
    /not signed by a known key/,
  );
});
