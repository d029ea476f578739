/** What goes into custom-elements.json: the elements and flows, not their tests, registrations or words. */
export default {
  globs: [
    'src/elements/**/*.ts',
    'src/flows/**/*.ts',
    'src/form/**/*.ts',
    'src/base/events.ts',
    'src/base/motcua-element.ts',
  ],
  exclude: ['src/**/*.test.ts', 'src/**/*.browser-test.ts', 'src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
