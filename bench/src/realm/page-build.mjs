/** How code is bundled for a page. What a package imports from Node becomes empty there, as common bundlers make it. */

const emptyNodeModules = {
  name: 'empty-node-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Options of esbuild for every bundle of the bench. */
export const PAGE_BUILD = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  plugins: [emptyNodeModules],
  logLevel: 'error',
};
