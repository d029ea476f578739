/** One evaluator, three places: Node, a page of Chromium under a strict policy, and a worker of that page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { addressGroups, gatherGroups } from './gather-groups.mjs';
import { judgeGroups } from './judge-groups.mjs';
import { loadEvaluator } from './load-evaluator.mjs';
import { servePage } from './serve-page.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
let browser;
let server;
let inNode;
let outcome;
const requests = [];

before(async () => {
  server = await servePage(await bundle());
  const { groups, sets } = gatherGroups(process.env.JSON_SCHEMA_TEST_SUITE);
  const cases = { groups: [...groups, ...addressGroups(server.origin)], sets };
  server.serve('/groups.js', `export default JSON.parse(${JSON.stringify(JSON.stringify(cases))});`);
  inNode = JSON.stringify(judgeGroups(await loadEvaluator(), cases.groups, cases.sets));
  browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  const page = await browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(server.origin);
  await page.waitForFunction(() => globalThis.outcome !== undefined);
  outcome = await page.evaluate(() => globalThis.outcome);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The complete evaluator, as a page's bundle. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: { page: 'tools/conformance/page.mjs', worker: 'tools/conformance/worker.mjs' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['/groups.js'],
    outdir: '/',
    write: false,
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/')), text]));
}

test('a page gives the results of Node, byte for byte', () => {
  assert.ok(inNode.length > 100_000);
  assertSameText(outcome.page.results, inNode);
});

test('a worker gives the results of Node, byte for byte', () => {
  assertSameText(outcome.worker.results, inNode);
});

test('under a policy that is in force the evaluator violates nothing, in page and worker', () => {
  assert.deepEqual([outcome.page.isPolicyInForce, outcome.worker.isPolicyInForce], [true, true]);
  assert.deepEqual([outcome.page.violations, outcome.worker.violations], [[], []]);
});

test('the page asks for its own files alone, whatever addresses its schemas name', () => {
  const files = ['/', '/groups.js', '/page.js', '/worker.js'];
  assert.deepEqual([...new Set(server.asked)].sort(), files);
  const urls = new Set(requests);
  assert.ok(urls.size >= 3);
  assert.deepEqual(
    [...urls].filter((url) => !files.includes(url.replace(server.origin, ''))),
    [],
  );
});

test('no case leaves a name on the prototype of objects, in page and worker', () => {
  assert.deepEqual([outcome.page.names, outcome.worker.names], [[], []]);
});

/** The texts are long: a failure shows where they part. */
function assertSameText(given, expected) {
  let at = 0;
  while (at < expected.length && given[at] === expected[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 200), at + 200);
  assert.equal(around(given), around(expected));
  assert.equal(given.length, expected.length);
}
