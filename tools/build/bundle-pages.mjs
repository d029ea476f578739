/**
 * Builds our own pages as static files. The verify page for a server (`index.html`, script, style, service worker) and as one file that a
 * citizen keeps (`verify.html`): both still hold `{{facts}}`, where the gateway writes its public keys. The officer's desk: page, style, script
 * with the parts that it loads when they are needed, and what draws a PDF.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const sources = 'packages/pages/src/verify';
const compiled = 'packages/pages/dist/verify';
const folder = 'node_modules/.cache/motcua/verify';
const deskFolder = 'node_modules/.cache/motcua/desk';
const pdf = 'packages/pages/node_modules/pdfjs-dist';

export async function bundlePages() {
  await bundleVerifyPage();
  await bundleDesk();
}

async function bundleVerifyPage() {
  clear(folder);
  const script = await bundle(`${compiled}/page/start-verify.js`);
  const worker = await bundle(`${compiled}/offline/verify-worker.js`);
  const style = readFileSync(`${sources}/verify.css`, 'utf8');
  const page = readFileSync(`${sources}/verify.page.html`, 'utf8');
  const files = {
    'index.html': fill(page, servedParts()),
    'verify.html': fill(page, inlineParts(script, style)),
    'verify.js': script,
    'verify.css': style,
    'verify-worker.js': worker,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  publish(folder, 'verify');
}

/** Everything stands beside `index.html` under a plain name: the gateway serves no folder below. */
async function bundleDesk() {
  clear(deskFolder);
  const made = await open('packages/pages/dist/desk/page/start-desk.js');
  await made.write({
    dir: deskFolder,
    format: 'es',
    entryFileNames: 'desk.js',
    chunkFileNames: ({ name }) => `part-${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.js`,
  });
  await made.close();
  copyFileSync('packages/pages/src/desk/desk.page.html', join(deskFolder, 'index.html'));
  copyFileSync('packages/pages/src/desk/desk.css', join(deskFolder, 'desk.css'));
  copyFileSync(`${pdf}/legacy/build/pdf.worker.min.mjs`, join(deskFolder, 'pdf-worker.js'));
  copyFileSync(`${pdf}/wasm/openjpeg_nowasm_fallback.js`, join(deskFolder, 'openjpeg_nowasm_fallback.js'));
  publish(deskFolder, 'desk');
}

function clear(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

function publish(folder, name) {
  const place = join('packages/pages/dist/site', name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, '..'), { recursive: true });
  renameSync(folder, place);
}

/** One file without imports: a page from disk can load no other. */
async function bundle(input) {
  const made = await open(input);
  const { output } = await made.generate({ format: 'es', inlineDynamicImports: true });
  await made.close();
  return output[0].code.trim();
}

function open(input) {
  return rollup({
    input,
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }),
      commonjs(),
      terser({ ecma: 2022, module: true, format: { comments: false } }),
    ],
    onwarn(warning) {
      if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED')
        throw new Error(`rollup: ${warning.message}`);
    },
  });
}

function servedParts() {
  return {
    policy: '',
    style: '<link rel="stylesheet" href="verify.css" />',
    script: '<script type="module" src="verify.js"></script>',
  };
}

/** The policy of the page that is opened from disk stands in the page, and lets run what has these hashes and nothing else. */
function inlineParts(script, style) {
  if (/<\/script|<!--|\r/i.test(script))
    throw new Error('The script cannot stand inside a page: it would end the element.');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    style: `<style>${style}</style>`,
    script: `<script type="module">${script}</script>`,
  };
}

function fill(page, parts) {
  const lines = page.split('\n').filter((line) => parts.policy !== '' || line.trim() !== '{{policy}}');
  return lines.join('\n').replace(/\{\{(policy|style|script)\}\}/g, (_, name) => parts[name]);
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
