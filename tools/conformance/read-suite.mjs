/** The public JSON Schema Test Suite in a folder: its drafts, the documents that its schemas refer to, and the meta-schemas. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folders of tests that are run, each with how formats are taken there. A draft alone stands for its required tests. */
export const PARTS = [
  { part: 'draft2020-12', formatAssertion: false },
  { part: 'draft2020-12/optional', formatAssertion: false },
  { part: 'draft2020-12/optional/format', formatAssertion: true },
  { part: 'draft7', formatAssertion: false },
  { part: 'draft7/optional', formatAssertion: false },
  { part: 'draft7/optional/format', formatAssertion: true },
];

const DRAFTS = {
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
  draft7: 'http://json-schema.org/draft-07/schema#',
};

/** @returns {string | undefined} the one line that says why a folder is not the suite, and the cure */
export function refusalOfFolder(folder) {
  const cure = 'give the folder of the public JSON Schema Test Suite: npm run conformance -- <folder>';
  if (folder === undefined || folder === '') return `Which folder? Please ${cure}`;
  if (!existsSync(folder)) return `There is no folder ${folder}; ${cure}`;
  const missing = ['remotes', ...PARTS.map(({ part }) => `tests/${part}`)].find(
    (path) => !existsSync(join(folder, path)),
  );
  return missing === undefined ? undefined : `${folder} is not the suite, it has no ${missing}; ${cure}`;
}

/** @returns {{ part, file, groups }[]} every file of every part, in one order everywhere */
export function readSuite(folder) {
  return PARTS.flatMap(({ part, formatAssertion }) =>
    jsonFilesIn(join(folder, 'tests', part)).map((file) => ({
      part,
      file,
      formatAssertion,
      groups: readJson(join(folder, 'tests', part, file)).map((group) => ({
        ...group,
        schema: withDialect(group.schema, DRAFTS[part.split('/')[0]]),
      })),
    })),
  );
}

/** What references may name: the suite's own documents under the address they are served from, and the meta-schemas. */
export function readDocuments(folder) {
  const documents = readMetaSchemas();
  const root = join(folder, 'remotes');
  for (const path of filesUnder(root)) {
    if (path.endsWith('.json'))
      documents[`http://localhost:1234/${path}`] = withDialectOfFolder(readJson(join(root, path)), path);
  }
  return documents;
}

/** A schema that names no draft is of the draft in whose folder it lies. */
function withDialect(schema, dialect) {
  if (typeof schema !== 'object' || schema === null || '$schema' in schema) return schema;
  return dialect === DRAFTS['draft2020-12'] ? schema : { $schema: dialect, ...schema };
}

function withDialectOfFolder(schema, path) {
  return withDialect(schema, DRAFTS[path.split('/')[0]] ?? DRAFTS['draft2020-12']);
}

/** The published meta-schemas, from a package that ships them. */
function readMetaSchemas() {
  const refs = join(dirname(createRequire(import.meta.url).resolve('ajv/package.json')), 'lib/refs');
  const files = ['json-schema-2020-12', 'json-schema-2019-09'].flatMap((draft) => [
    `${draft}/schema.json`,
    ...jsonFilesIn(join(refs, draft, 'meta')).map((name) => `${draft}/meta/${name}`),
  ]);
  const schemas = [...files, 'json-schema-draft-07.json', 'json-schema-draft-06.json'].map((file) =>
    readJson(join(refs, file)),
  );
  return Object.fromEntries(schemas.map((schema) => [schema.$id.replace(/#$/, ''), schema]));
}

/** Paths of the files below a folder, in one order everywhere. */
function filesUnder(folder, inside = '') {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesUnder(join(folder, entry.name), `${inside}${entry.name}/`)
        : [`${inside}${entry.name}`],
    )
    .sort();
}

function jsonFilesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
