/** Bundles the files of a script tag: verified lazy chunks, one small entry per element, and integrity.json (sha384). */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const published = 'packages/widgets/embed';
/** Built beside it and put in its place whole, so that a running portal never sees half of it. */
const folder = 'node_modules/.cache/motcua/embed';
const dist = 'packages/widgets/dist';
const minify = () => terser({ ecma: 2022, module: true, format: { comments: false } });

/** The entries: which elements each one upgrades, and the module that registers them. */
const entries = {
  'motcua-submission.js': { 'motcua-submission': 'submission' },
  'motcua-status.js': { 'motcua-status': 'status' },
  'motcua.js': { 'motcua-submission': 'submission', 'motcua-status': 'status' },
};

export async function bundleEmbed() {
  rmSync(folder, { recursive: true, force: true });
  const chunks = await bundleChunks();
  const sizes = {};
  for (const [name, elements] of Object.entries(entries)) await bundleEntry(name, elements, chunks);
  for (const name of [...Object.keys(entries), ...chunks.map((chunk) => `chunks/${chunk.name}`)]) {
    sizes[name] = integrityOf(readFileSync(join(folder, name)));
  }
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  rmSync(published, { recursive: true, force: true });
  renameSync(folder, published);
}

async function bundleChunks() {
  const bundle = await rollup({
    input: { submission: `${dist}/define/submission.js`, status: `${dist}/define/status.js` },
    logLevel: 'warn',
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }),
      commonjs(),
      verifiedDynamicImport(),
      minify(),
    ],
    onwarn: refuseWarning,
  });
  const { output } = await bundle.write({
    dir: `${folder}/chunks`,
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    hashCharacters: 'hex',
    // Each chunk costs the entries a hash that does not compress: what is smaller than some kilobytes goes with its neighbour.
    experimentalMinChunkSize: 2_000,
  });
  await bundle.close();
  return output.map((chunk) => ({
    name: chunk.fileName,
    entry: chunk.isEntry ? chunk.name : undefined,
    imports: chunk.imports,
    integrity: integrityOf(readFileSync(join(folder, 'chunks', chunk.fileName))),
  }));
}

/** A lazy import goes through the loader, which waits until the chunk's hash was checked. */
function verifiedDynamicImport() {
  return {
    name: 'verified-dynamic-import',
    renderDynamicImport() {
      return { left: 'globalThis[Symbol.for("motcua.import")](', right: ', import.meta.url)' };
    },
  };
}

async function bundleEntry(name, elements, chunks) {
  const table = Object.fromEntries(chunks.map((chunk) => [chunk.name, [chunk.integrity, chunk.imports]]));
  const modules = Object.fromEntries(
    Object.entries(elements).map(([tag, entry]) => [tag, chunks.find((chunk) => chunk.entry === entry).name]),
  );
  const start = '\0embed-start';
  const bundle = await rollup({
    input: start,
    plugins: [
      {
        name: 'embed-start',
        resolveId: (id) => (id === start ? id : null),
        load: (id) =>
          id === start
            ? `import { startEmbed } from ${JSON.stringify(join(process.cwd(), dist, 'embed/start-embed.js'))};
               startEmbed(${JSON.stringify({ chunks: table, elements: modules })}, import.meta.url);`
            : null,
      },
      nodeResolve(),
      minify(),
    ],
    onwarn: refuseWarning,
  });
  await bundle.write({ file: join(folder, name), format: 'es' });
  await bundle.close();
}

function refuseWarning(warning) {
  if (warning.code === 'CIRCULAR_DEPENDENCY' && !/packages\/(widgets|client|form-engine)/.test(warning.message)) return;
  if (warning.code === 'THIS_IS_UNDEFINED') return;
  throw new Error(`rollup: ${warning.message}`);
}

function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
