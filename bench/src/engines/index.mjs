/** The engines, ours first: how each is called in tables, its package, and what has to be known of the way it is used here. */
export const ENGINES = {
  ours: {
    title: 'ours',
    use: 'The bare `validator` entry with its six formats. It measures the depth of a value and looks for numbers that lost digits too; patterns run in its own linear matcher, not in the native engine. All errors are counted, the first 1,000 reported.',
  },
  ajv: {
    title: 'ajv, compiled at run time',
    package: 'ajv',
    use: 'One `Ajv2020` instance for the page, `allErrors`, ajv-formats. It generates code, checks each schema against the metaschema in its first use, and offers more: other drafts, own keywords, defaults, coercion.',
  },
  'ajv-standalone': {
    title: 'ajv, standalone code',
    package: 'ajv',
    use: 'The same options, code generated and bundled before. The schema has to be known when the page is built; the first use is the load of its module (in Chromium from a server on the same machine), and its bytes grow with the schema.',
  },
  hyperjump: {
    title: '@hyperjump/json-schema',
    package: '@hyperjump/json-schema',
    use: 'Formats asserted (its smaller set); FLAG output for a right value, BASIC for a wrong one. It checks each schema against the metaschema, compiles asynchronously, and offers more: all drafts, own dialects, annotations.',
  },
  cfworker: {
    title: '@cfworker/json-schema',
    package: '@cfworker/json-schema',
    use: 'Told to go on after the first error. It does not check the schema; its errors name every level above a fault too, so that it reports more of them.',
  },
  typebox: {
    title: 'typebox/schema',
    package: 'typebox',
    use: '`Compile`, then `Check` for a right value and `Errors` for a wrong one, with its limit of eight errors raised to 1,000. It generates code where the place allows that.',
  },
  'z-schema': {
    title: 'z-schema',
    package: 'z-schema',
    use: '`compile` of a safe instance, its bound on depth raised to 2,000. It checks each schema against the metaschema, refuses patterns that it holds for unsafe, and offers more: all drafts, asynchronous formats. It asks for Node 22 and was run on the Node named above all the same.',
  },
};

/** The names, ours first. */
export const ENGINE_NAMES = Object.keys(ENGINES);
