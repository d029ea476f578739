/** Bundles the compiled evaluator to one module text, with one of its files replaced. */
import { build } from 'esbuild';
import { join } from 'node:path';

/**
 * @param {string} dist the compiled form engine, or a copy of it
 * @param {ReadonlyMap<string, string>} [replaced] files below it by path, and what stands in their place
 * @returns {Promise<string>} a module that exports `createValidator`
 */
export async function bundleEvaluator(dist, replaced = new Map()) {
  const { outputFiles } = await build({
    stdin: { contents: `export { createValidator } from ${JSON.stringify(join(dist, 'index.js'))};`, resolveDir: dist },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    treeShaking: true,
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'replace-files',
        setup: ({ onLoad }) => onLoad({ filter: /\.js$/ }, ({ path }) => replacement(replaced, path)),
      },
    ],
  });
  return outputFiles[0].text;
}

/** Imports a bundled module from its text. */
export function importText(text) {
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

function replacement(replaced, path) {
  const contents = replaced.get(path);
  return contents === undefined ? undefined : { contents, loader: 'js' };
}
