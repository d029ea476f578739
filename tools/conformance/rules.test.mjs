/** The cases of expressions and conditions in Node, in a page of Chromium under a strict policy, and in a worker of that page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { planConditions, runConditionCase, runExpressionCase } from '../../packages/form-engine/dist/testing/index.js';
import { judgeRules } from './judge-rules.mjs';
import { servePage } from './serve-page.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const files = { expressions: readFolder('expressions'), conditions: readFolder('conditions') };
let browser;
let server;
let inNode;
let outcome;

before(async () => {
  inNode = JSON.stringify(await judgeRules({ planConditions, runConditionCase, runExpressionCase }, files));
  server = await servePage(await bundle());
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
    entryPoints: { page: 'tools/conformance/rules-page.mjs', worker: 'tools/conformance/rules-worker.mjs' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['/cases.js'],
    outdir: '/',
    write: false,
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/')), text]));
}

test('a page makes of every expression and every condition what Node makes of it', () => {
  const { expressions, conditions } = JSON.parse(inNode);
  assert.ok(expressions.length >= 40 && conditions.length >= 70);
  assert.deepEqual(JSON.parse(outcome.page.results), JSON.parse(inNode));
});

test('a worker makes of every expression and every condition what Node makes of it', () => {
  assert.deepEqual(JSON.parse(outcome.worker.results), JSON.parse(inNode));
});

test('under a policy that is in force nothing is violated, and no name is left on the prototype of objects', () => {
  for (const { violations, names } of [outcome.page, outcome.worker]) assert.deepEqual([violations, names], [[], []]);
});
