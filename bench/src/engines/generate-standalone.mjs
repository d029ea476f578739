/** Generates ajv's code for each workload and bundles what it needs, as a build of a page would. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PAGE_BUILD } from '../realm/page-build.mjs';

const room = fileURLToPath(new URL('.', import.meta.url));

/**
 * Writes `standalone-<workload>.js` for each workload that ajv can compile.
 *
 * @returns {Promise<{code: Record<string, Uint8Array>, faults: Record<string, string>}>}
 */
export async function generateStandalone(folder, workloads) {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: addFormats } = await import('ajv-formats');
  const { default: write } = await import('ajv/dist/standalone/index.js');
  const code = {};
  const faults = {};
  for (const { name, schema } of workloads) {
    try {
      const ajv = new Ajv2020({ allErrors: true, logger: false, code: { source: true, esm: true } });
      addFormats.default(ajv);
      const source = write.default(ajv, ajv.compile(schema));
      code[name] = await bundle(source, join(folder, `standalone-${name}.js`));
    } catch (error) {
      faults[name] = error instanceof RangeError ? 'overflows the stack' : error.message;
    }
  }
  return { code, faults };
}

async function bundle(contents, outfile) {
  const { outputFiles } = await build({ ...PAGE_BUILD, stdin: { contents, resolveDir: room }, outfile, write: false });
  await mkdir(dirname(outfile), { recursive: true });
  await writeFile(outfile, outputFiles[0].contents);
  return outputFiles[0].contents;
}
