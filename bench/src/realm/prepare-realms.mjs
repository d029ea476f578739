/** Makes ready where engines run: generated code, bundles for pages, and one browser. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateStandalone } from '../engines/generate-standalone.mjs';
import { ENGINE_NAMES } from '../engines/index.mjs';
import { MODEL_ENGINES } from '../sections/model.mjs';
import { WORKLOADS } from '../workloads/index.mjs';
import { bundlePages } from './bundle-pages.mjs';
import { askNodeRealm } from './open-node-realm.mjs';
import { openBrowser } from './open-page-realm.mjs';

const folder = new URL('../../../.data/bench/', import.meta.url);

/** @param {{peers: boolean, sections: string[]}} asked only what its sections need is made */
export async function prepareRealms({ peers, sections }) {
  const path = fileURLToPath(folder);
  mkdirSync(path, { recursive: true });
  const wantsCode = peers && sections.some((name) => name === 'bytes' || name === 'evaluator');
  const wantsPages = sections.some((name) => ['evaluator', 'patterns', 'model'].includes(name));
  const workloads = Object.values(WORKLOADS).map((make) => make());
  const standalone = wantsCode ? await generateStandalone(path, workloads) : { code: {}, faults: {} };
  const models = sections.includes('model') ? (peers ? MODEL_ENGINES : MODEL_ENGINES.slice(0, 1)) : [];
  if (wantsPages) await bundlePages(path, [...(peers ? ENGINE_NAMES : ['ours']), ...models]);
  const browser = wantsPages ? await openBrowser(path) : undefined;
  return {
    folder: folder.href,
    standalone: standalone.code,
    standaloneFaults: standalone.faults,
    askNode: askNodeRealm,
    askPage: browser?.ask,
    chromium: browser?.version,
    close: async () => browser?.close(),
  };
}
