import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createEphemeralKeys } from '../adapters/signing/ed25519-keys.js';
import { hashText } from '../domain/hash.js';
import { createHandler, type GatewayHandler } from '../handler.js';
import { createLog } from '../http/log.js';
import type { SigningKeys } from '../ports/signing-keys.js';
import { verifyPageRoutes } from './verify-page.js';

let folder: string;
let keys: SigningKeys;
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'verify'));
  const page = '<script type="application/json">{{facts}}</script>';
  await writeFile(join(folder, 'verify/index.html'), `served ${page}`);
  await writeFile(join(folder, 'verify/verify.html'), `kept ${page}`);
  await writeFile(join(folder, 'verify/verify.js'), 'export {};');
  await writeFile(join(folder, 'verify/verify-worker.js'), 'export {};');
  keys = await createEphemeralKeys();
  const handler = openHandler(folder);
  ask = (path, headers = {}) => handler(new Request(`http://127.0.0.1:4180${path}`, { headers }));
});
after(() => rm(folder, { recursive: true, force: true }));

function openHandler(pages: string): GatewayHandler {
  return createHandler({
    routes: verifyPageRoutes(keys, pages),
    allowedOrigins: [],
    deskOrigins: [],
    readAddress: () => '',
    log: createLog(
      () => undefined,
      () => new Date(),
    ),
  });
}

function factsOf(html: string): { keys: unknown; download?: { href: string; sha256: string } } {
  return JSON.parse(/json">(.*)<\/script>/.exec(html)?.[1] ?? '') as ReturnType<typeof factsOf>;
}

test('the page holds the public keys and the hash of the file to keep, under a policy that lets it speak to no one', async () => {
  const response = await ask('/verify/');
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'.*connect-src 'none'/);
  const facts = factsOf(await response.text());
  assert.deepEqual(facts.keys, keys.publish());
  const kept = await (await ask('/verify/verify.html')).text();
  assert.deepEqual(facts.download, { href: 'verify.html', sha256: hashText(kept) });
  assert.equal(await (await ask('/verify/verify.html.sha256')).text(), `${hashText(kept)}  verify.html\n`);
});

test('the file to keep is saved, not opened here, and offers no further download', async () => {
  const response = await ask('/verify/verify.html');
  assert.equal(response.headers.get('content-disposition'), 'attachment; filename="verify.html"');
  assert.deepEqual(factsOf(await response.text()), { keys: keys.publish() });
});

test('the service worker may ask this gateway alone; other files keep the gateway’s policy', async () => {
  const policyOf = async (name: string): Promise<string | null> =>
    (await ask(`/verify/${name}`)).headers.get('content-security-policy');
  assert.equal(await policyOf('verify-worker.js'), "default-src 'none'; connect-src 'self'");
  assert.equal(await policyOf('verify.js'), "default-src 'none'; frame-ancestors 'none'");
});

test('a page that is held already is not sent again', async () => {
  const etag = (await ask('/verify/')).headers.get('etag') ?? '';
  assert.equal((await ask('/verify/', { 'If-None-Match': etag })).status, 304);
  assert.equal((await ask('/verify/', { 'If-None-Match': '"other"' })).status, 200);
});

test('the address without a slash leads to the page; what was not built is not found', async () => {
  const moved = await ask('/verify');
  assert.equal(moved.status, 308);
  assert.equal(moved.headers.get('location'), '/verify/');
  assert.equal((await ask('/verify/verify.css')).status, 404);
  assert.equal((await openHandler(join(folder, 'none'))(new Request('http://127.0.0.1:4180/verify/'))).status, 404);
});
