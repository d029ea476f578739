/**
 * Joins openapi.yaml and the schema files beside it into one document, as tools that follow no file reference need it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { locateSchemas } from '../adapters/procedures/disk-procedures.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface BundledDocument {
  openapi: string;
  paths: Record<string, Json>;
  components: Record<string, Record<string, Json>>;
}

const SUFFIX = '.schema.json';

/** @param apiFolder the folder of openapi.yaml; default: that of @motcua/schemas */
export async function bundleOpenApi(apiFolder = join(locateSchemas(), 'api')): Promise<BundledDocument> {
  const document = moveReferences(parse(await readFile(join(apiFolder, 'openapi.yaml'), 'utf8')) as Json, undefined);
  const bundle = document as unknown as BundledDocument;
  const schemas = (bundle.components['schemas'] ??= {});
  for (const file of (await readdir(apiFolder)).filter((name) => name.endsWith(SUFFIX)))
    schemas[nameSchema(file)] = moveReferences(JSON.parse(await readFile(join(apiFolder, file), 'utf8')) as Json, file);
  return bundle;
}

/** Every reference leads into the one document; names of files (`$id`, `$schema`) have no place in it. */
function moveReferences(value: Json, file: string | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => moveReferences(item, file));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== '$id' && name !== '$schema');
  return Object.fromEntries(
    entries.map(([name, child]) => [
      name,
      name === '$ref' && typeof child === 'string' ? moveReference(child, file) : moveReferences(child, file),
    ]),
  );
}

function moveReference(reference: string, file: string | undefined): string {
  const [target = '', place = ''] = reference.split('#');
  const schema = target === '' ? file : target.split('/').pop();
  return schema?.endsWith(SUFFIX) ? `#/components/schemas/${nameSchema(schema)}${place}` : reference;
}

function nameSchema(file: string): string {
  return `file_${file.slice(0, -SUFFIX.length).replace(/-/g, '_')}`;
}
