/** Builds what is stale: compiled packages, then the files for a script tag and our own pages. */
import { bin, mustRun } from '../build/command.mjs';
import { runWhenStale } from '../build/stale.mjs';

const packages = ['form-engine', 'client', 'gateway', 'widgets', 'pages', 'cli'].map((name) => `packages/${name}`);

export default async function build() {
  await compilePackages();
  await bundleForScriptTag();
  await bundleOwnPages();
}

async function compilePackages() {
  const inputs = [
    ...packages.flatMap((path) => [`${path}/src`, `${path}/tsconfig.json`, `${path}/package.json`]),
    'e2e/src',
    'schemas/generated',
    'tsconfig.json',
    'tsconfig.base.json',
  ];
  const outputs = packages.map((path) => `${path}/dist`);
  await runWhenStale({ stage: 'compile', inputs, outputs }, async () => {
    console.log('Compiling the packages …');
    await mustRun('Compiling', bin('tsc'), ['-b']);
    const { holdEngineBytes } = await import('../build/engine-bytes.mjs');
    await holdEngineBytes();
  });
}

async function bundleForScriptTag() {
  const inputs = [
    'packages/widgets/src',
    'packages/client/src',
    'packages/form-engine/src',
    'tools/build',
    'pnpm-lock.yaml',
  ];
  const outputs = ['packages/widgets/embed/integrity.json', 'packages/widgets/custom-elements.json'];
  await runWhenStale({ stage: 'embed', inputs, outputs }, async () => {
    console.log('Bundling the widgets …');
    const { bundleEmbed } = await import('../build/bundle-embed.mjs');
    await bundleEmbed();
    await mustRun('The custom-elements manifest', 'node', ['tools/build/manifest.mjs'], { quiet: true });
  });
}

async function bundleOwnPages() {
  const inputs = [
    'packages/pages/src',
    'packages/widgets/src',
    'packages/client/src',
    'packages/form-engine/src',
    'tools/build',
    'pnpm-lock.yaml',
  ];
  const outputs = ['packages/pages/dist/site/verify/verify.html', 'packages/pages/dist/site/desk/index.html'];
  await runWhenStale({ stage: 'pages', inputs, outputs }, async () => {
    console.log('Bundling the pages …');
    const { bundlePages } = await import('../build/bundle-pages.mjs');
    await bundlePages();
  });
}
