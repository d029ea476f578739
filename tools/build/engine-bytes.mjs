/**
 * Bytes of the evaluator in a page, bundled as the files of a script tag are. A page loads it before its first field shows, so the build fails
 * above the budget.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const DIST = fileURLToPath(new URL('../../packages/form-engine/dist', import.meta.url));
const ENTRY = 'a-page';

/** What a page writes, the most that it may weigh as gzip, and which modules are not counted. */
export const ENGINE_BUDGETS = [
  { name: 'validator', code: `export { createValidator } from '${DIST}/validator.js';`, bytes: 10_240 },
  {
    name: 'validator, formats and draft-07',
    code: `export { createValidator } from '${DIST}/validator.js'; export { ALL_FORMATS } from '${DIST}/formats.js'; export { draft07 } from '${DIST}/draft-07.js';`,
    bytes: 16_384,
  },
  {
    name: 'runtime: evaluator, rules and form, kinds and texts apart',
    code: `export { createForm } from '${DIST}/runtime.js';`,
    without: /\/(?:kinds|text)\/|read-vietnamese-number/u,
    bytes: 28_672,
  },
];

/**
 * Weighs each entry as rollup bundles it, terser minifies it and gzip -9 packs it.
 *
 * @returns {Promise<{ name: string, bytes: number, budget: number }[]>}
 */
export async function weighEngine() {
  return Promise.all(
    ENGINE_BUDGETS.map(async ({ name, code, bytes: budget, without }) => {
      const bundle = await rollup({
        input: ENTRY,
        plugins: [
          leaveOut(without),
          writeEntry(code),
          nodeResolve({ browser: true }),
          terser({ ecma: 2022, module: true }),
        ],
      });
      const { output } = await bundle.generate({ format: 'es' });
      await bundle.close();
      return { name, bytes: gzipSync(output[0].code, { level: 9 }).length, budget };
    }),
  );
}

function writeEntry(code) {
  return {
    name: 'write-entry',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? code : undefined),
  };
}

function leaveOut(without) {
  return {
    name: 'leave-out',
    resolveId(id, importer) {
      const place = id.startsWith('.') && importer ? fileURLToPath(new URL(id, `file://${importer}`)) : id;
      return without?.test(place) ? { id: place, external: true } : undefined;
    },
  };
}

/** @throws when an entry is above its budget */
export async function holdEngineBytes() {
  const over = (await weighEngine()).filter(({ bytes, budget }) => bytes > budget);
  if (over.length > 0)
    throw new Error(
      over
        .map(({ name, bytes, budget }) => `The ${name} weighs ${bytes} bytes gzip; the budget is ${budget}.`)
        .join('\n'),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, budget } of await weighEngine()) console.log(`${name}: ${bytes} of ${budget} bytes gzip`);
  await holdEngineBytes();
}
