import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createHandler, type GatewayHandler } from '../handler.js';
import { createLog } from '../http/log.js';
import { deskPageRoutes } from './desk-page.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'desk'));
  await writeFile(join(folder, 'desk/index.html'), '<motcua-desk></motcua-desk>');
  await writeFile(join(folder, 'desk/desk.js'), 'export {};');
  await writeFile(join(folder, 'desk/pdf-worker.js'), 'export {};');
  await writeFile(join(folder, 'desk/secret.json'), '{}');
  await writeFile(join(folder, 'outside.js'), 'export {};');
});
after(() => rm(folder, { recursive: true, force: true }));

function openHandler(pages: string): GatewayHandler {
  return createHandler({
    routes: deskPageRoutes(pages),
    allowedOrigins: [],
    deskOrigins: [],
    readAddress: () => '',
    log: createLog(
      () => undefined,
      () => new Date(),
    ),
  });
}

const ask = (path: string, headers: Record<string, string> = {}, pages = folder): Promise<Response> =>
  openHandler(pages)(new Request(`http://127.0.0.1:4180${path}`, { headers }));

test('the page loads from its own origin alone, frames nothing and is framed by nobody', async () => {
  const answer = await ask('/desk/');
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.deepEqual(policy, [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html motcua-desk',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('what draws a PDF may speak to nobody', async () => {
  const answer = await ask('/desk/pdf-worker.js');
  assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; script-src 'self'");
  assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
});

test('the address without a slash leads to the one with it, and a file that is held is not sent again', async () => {
  assert.equal((await ask('/desk')).headers.get('location'), '/desk/');
  const etag = (await ask('/desk/desk.js')).headers.get('etag') ?? '';
  assert.equal((await ask('/desk/desk.js', { 'If-None-Match': etag })).status, 304);
});

for (const path of [
  '/desk/..%2foutside.js',
  '/desk/%2e%2e/outside.js',
  '/desk/secret.json',
  '/desk/none.js',
  '/desk/a%00.js',
])
  test(`${path} is nothing of the desk`, async () => {
    assert.equal((await ask(path)).status, 404);
  });

test('without built pages there is no desk', async () => {
  assert.equal((await ask('/desk/', {}, join(folder, 'nowhere'))).status, 404);
});
