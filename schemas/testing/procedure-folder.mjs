/** Reads a procedure folder for the tests, and lists the places that its data schema declares. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listFiles, readJson, schemasFolder } from './judge.mjs';

/** Definitions that are one field, although they have parts. */
const compoundFields = new Set(['address', 'attachments']);

export function listProcedureFolders() {
  return listFiles('procedures', 'data.schema.json').map(dirname);
}

export function readProcedure(folder) {
  const locales = readdirSync(join(schemasFolder, folder, 'locales')).filter((name) => name.endsWith('.json'));
  return {
    folder,
    slug: folder.replace('procedures/', ''),
    record: readJson(`${folder}/procedure.json`),
    schema: readJson(`${folder}/data.schema.json`),
    form: readJson(`${folder}/form.json`),
    migrations: existsSync(join(schemasFolder, folder, 'migrations.json'))
      ? readJson(`${folder}/migrations.json`)
      : undefined,
    locales: Object.fromEntries(
      locales.map((name) => [name.replace('.json', ''), readJson(`${folder}/locales/${name}`)]),
    ),
    examples: listFiles(`${folder}/examples`, '.json').map((path) => ({
      path,
      name: path.split('/').at(-1),
      ...readJson(path),
    })),
  };
}

export function listFields(form) {
  return form.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
}

/** Every leaf of the answers as `{pointer, schema}`; an address or a list of papers is a leaf. */
export function listPlaces({ folder, schema }) {
  return walk(schema, '', `${folder}/data.schema.json`, schema);
}

function walk(schema, pointer, path, root) {
  if (typeof schema.$ref === 'string') {
    if (schema.$ref.startsWith('#/$defs/'))
      return walk(root.$defs[schema.$ref.slice('#/$defs/'.length)], pointer, path, root);
    const target = normalize(join(dirname(path), schema.$ref));
    const name = target.split('/').at(-1).replace('.schema.json', '');
    const definition = readJson(target);
    return compoundFields.has(name) ? [{ pointer, schema: definition }] : walk(definition, pointer, target, definition);
  }
  if (!schema.properties) return [{ pointer, schema }];
  return Object.entries(schema.properties).flatMap(([name, part]) => walk(part, `${pointer}/${name}`, path, root));
}

/** Whether a relative `$ref` of the schema leads to a file that exists. */
export function listBrokenReferences(folder, schema) {
  const references = [];
  JSON.stringify(schema, (key, value) => {
    if (key === '$ref' && !value.startsWith('#')) references.push(value.split('#')[0]);
    return value;
  });
  return references.filter((reference) => !existsSync(join(schemasFolder, folder, reference)));
}
