/** What each engine adds to a page: its bundle, minified and gzipped, with nothing of the bench in it. */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { weighEngine } from '../../../tools/build/engine-bytes.mjs';
import { formatBytes } from '../figures/format.mjs';
import { PAGE_BUILD } from '../realm/page-build.mjs';

const DIST = '../../../packages/form-engine/dist';
const room = fileURLToPath(new URL('.', import.meta.url));

/** What a page would write to use each; ours also with everything it has. */
const BUNDLES = {
  ours: `export { createValidator } from '${DIST}/validator.js';`,
  'ours with all formats and draft-07': `export { createValidator } from '${DIST}/validator.js'; export { ALL_FORMATS } from '${DIST}/formats.js'; export { draft07 } from '${DIST}/draft-07.js';`,
  ajv: `export { Ajv2020 } from 'ajv/dist/2020.js'; export { default as addFormats } from 'ajv-formats';`,
  hyperjump: `import '@hyperjump/json-schema/formats-lite'; export { BASIC } from '@hyperjump/json-schema/experimental'; export { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-2020-12';`,
  'hyperjump without formats': `export { BASIC } from '@hyperjump/json-schema/experimental'; export { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';`,
  cfworker: `export { Validator } from '@cfworker/json-schema';`,
  typebox: `import { Settings } from 'typebox/system'; Settings.Set({ maxErrors: 1_000 }); export { Compile } from 'typebox/schema';`,
  'z-schema': `export { default } from 'z-schema';`,
};

/** @param {{peers: boolean, standalone: Record<string, string>}} context */
export async function measureEngineBytes({ peers, gates, standalone }) {
  console.log('\nBytes of each engine in a page, minified and gzipped');
  const names = Object.keys(BUNDLES).filter((name) => peers || name.startsWith('ours'));
  const sizes = {};
  for (const name of names) sizes[name] = gzipped(await bundle(BUNDLES[name]));
  for (const [workload, code] of Object.entries(standalone)) sizes[`ajv-standalone ${workload}`] = gzipped(code);
  for (const [name, size] of Object.entries(sizes))
    console.log(`  ${name.padEnd(40)} ${formatBytes(size).padStart(8)}`);
  // Peers are weighed with one bundler for all; ours is held to its budget as the build of this repository bundles it.
  for (const { name, bytes: size, budget } of await weighEngine())
    gates.hold(`${name} as it is shipped, gzip`, size, budget, 'bytes');
  return sizes;
}

async function bundle(contents) {
  const { outputFiles } = await build({ ...PAGE_BUILD, stdin: { contents, resolveDir: room }, write: false });
  return outputFiles[0].contents;
}

function gzipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}
