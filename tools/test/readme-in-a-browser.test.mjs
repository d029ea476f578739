/** The examples of the engine's guide in a page of Chromium and in a worker: they come out as they do in Node. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';

const README = 'packages/form-engine/README.md';
const CLAIM = /^(?<expression>[^\n]*?); \/\/ → (?<expected>[^\n]*)$/gm;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const blocks = [...readFileSync(README, 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map((match) => match[1]);

let browser;
let page;

before(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  page = await browser.newPage();
  // A worker needs an origin; nothing leaves the browser.
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://localhost/');
});

after(() => browser?.close());

test('the guide has examples', () => assert.ok(blocks.length > 10));

for (const [index, block] of blocks.entries()) {
  test(`example ${index + 1} comes out the same in a page and in a worker`, async () => {
    const code = await bundle(block);
    for (const place of ['page', 'worker']) {
      const claims = await page.evaluate(runThere, { code, place });
      assert.ok(claims.length > 0);
      for (const { said, expected } of claims) assert.equal(said, expected, place);
    }
  });
}

/** The example as one module, which reports what its claims came to: as text, since undefined and order do not travel. */
async function bundle(block) {
  const contents = `
    const claims = [];
    const write = (value) => JSON.stringify(value, (_, one) => {
      if (one === undefined) return '(undefined)';
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
      return Object.fromEntries(Object.keys(one).sort().map((name) => [name, one[name]]));
    });
    ${block
      .replace(/^import .*$/gm, '')
      .replace(
        CLAIM,
        (_, expression, expected) => `claims.push({ said: write(${expression}), expected: write(${expected}) });`,
      )}
    globalThis.report(claims);`;
  const imports = block.match(/^import .*$/gm) ?? [];
  const { outputFiles } = await build({
    stdin: { contents: `${imports.join('\n')}\n${contents}`, resolveDir: 'packages/widgets' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}

/** Runs in the browser. */
async function runThere({ code, place }) {
  const url = URL.createObjectURL(new globalThis.Blob([code], { type: 'text/javascript' }));
  if (place === 'page') {
    const reported = new Promise((resolve) => (globalThis.report = resolve));
    await import(url);
    return reported;
  }
  const start = `globalThis.report = (claims) => postMessage(claims); import(${JSON.stringify(url)}).catch((error) => postMessage(String(error)));`;
  const worker = new globalThis.Worker(URL.createObjectURL(new globalThis.Blob([start], { type: 'text/javascript' })), {
    type: 'module',
  });
  const claims = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (typeof data === 'string' ? reject(new Error(data)) : resolve(data));
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.terminate();
  return claims;
}
