/** The cases of kinds and texts in a page of Chromium under a strict policy, beside Node. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { runKindCase } from '../../packages/form-engine/dist/testing/run-kind-case.js';
import { runTextCase } from '../../packages/form-engine/dist/testing/run-text-case.js';
import { judgeKinds } from './judge-kinds.mjs';
import { servePage } from './serve-page.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const files = { kinds: readFolder('kinds'), texts: readFolder('text') };
let browser;
let server;
let outcome;

before(async () => {
  server = await servePage({ '/page.js': await bundle() });
  server.serve('/cases.js', `export default JSON.parse(${JSON.stringify(JSON.stringify(files))});`);
  browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.waitForFunction(() => globalThis.outcome !== undefined);
  outcome = await page.evaluate(() => globalThis.outcome);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

function readFolder(name) {
  const folder = `schemas/conformance/${name}`;
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: ['tools/conformance/kinds-page.mjs'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['/cases.js'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

test('a page makes of every case what Node makes of it', () => {
  const expected = judgeKinds({ runKindCase, runTextCase }, files);
  const found = JSON.parse(outcome.results);
  assert.ok(expected.kinds.length >= 32 && expected.texts.length >= 19);
  assert.deepEqual(found, JSON.parse(JSON.stringify(expected)));
});

test('under a policy that is in force nothing is violated, and no name is left on the prototype of objects', () => {
  assert.deepEqual([outcome.violations, outcome.names], [[], []]);
});
