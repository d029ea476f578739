/** Makes what the pages load: one script an engine, with the tasks and workloads in it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ENGINE_NAMES } from '../engines/index.mjs';
import { PAGE_BUILD } from './page-build.mjs';

const room = fileURLToPath(new URL('.', import.meta.url));

/** @param {string} folder @param {string[]} engines */
export async function bundlePages(folder, engines = ENGINE_NAMES) {
  await Promise.all(engines.map((name) => bundlePage(folder, name)));
}

/** The watch over the policy comes first, before any code of an engine has run. */
function bundlePage(folder, name) {
  const contents = `import './watch-violations.mjs'; import engine from '../engines/${name}.mjs'; import { runInPage } from './in-page.mjs'; runInPage(engine);`;
  return build({
    ...PAGE_BUILD,
    stdin: { contents, resolveDir: room, sourcefile: `page-${name}.mjs` },
    outfile: join(folder, `page-${name}.js`),
  });
}
