/**
 * Reads the catalogues of a folder, `<name>.<version>.json` each.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../ports/procedure-repository.js';

interface CatalogDocument {
  name: string;
  version: string;
  entries?: readonly { code: string }[];
  provinces?: readonly { code: string }[];
  communes?: readonly (readonly [string, ...unknown[]])[];
  companionOf?: { name: string; version: string };
}

export async function readCatalogs(folder: string): Promise<Catalog[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map((file) => readCatalog(join(folder, file))));
}

async function readCatalog(path: string): Promise<Catalog> {
  const document = JSON.parse(await readFile(path, 'utf8')) as CatalogDocument;
  const { name, version, entries = [], provinces = [], communes = [], companionOf } = document;
  const codes = new Set(
    [...entries, ...provinces].map((entry) => entry.code).concat(communes.map((commune) => commune[0])),
  );
  return { name, version, text: JSON.stringify(document), codes, ...(companionOf ? { companionOf } : {}) };
}
