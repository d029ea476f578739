/**
 * Reads and compiles every procedure of a schemas folder (`procedures/`, `definitions/`, `catalogs/`) when the gateway starts.
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcedureRecord } from '@motcua/schemas';
import { hashText } from '../../domain/hash.js';
import type { Catalog, OpenProcedure, ProcedureRepository, ServedText } from '../../ports/procedure-repository.js';
import { compileFolder } from './compile-folder.js';
import { readCatalogs } from './read-catalogs.js';

/** The folder of the installed @motcua/schemas. */
export function locateSchemas(): string {
  return fileURLToPath(new URL('.', import.meta.resolve('@motcua/schemas/package.json')));
}

/** @throws ProcedureRefusedError when a procedure does not compile */
export async function openDiskProcedures(
  schemasFolder: string,
  patterns: 'refuse' | 'defer' = 'refuse',
): Promise<ProcedureRepository> {
  const catalogs = await readCatalogs(join(schemasFolder, 'catalogs'));
  const folders = await listProcedureFolders(join(schemasFolder, 'procedures'));
  const procedures = await Promise.all(
    folders.map((folder) => openProcedure(folder, schemasFolder, catalogs, patterns)),
  );
  return createRepository(procedures, catalogs);
}

async function listProcedureFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const sector of await listFolders(root)) {
    for (const name of await listFolders(join(root, sector))) folders.push(join(root, sector, name));
  }
  return folders.sort();
}

async function listFolders(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function openProcedure(
  folder: string,
  schemasFolder: string,
  catalogs: readonly Catalog[],
  patterns: 'refuse' | 'defer',
): Promise<OpenProcedure> {
  const record = JSON.parse(await readFile(join(folder, 'procedure.json'), 'utf8')) as ProcedureRecord;
  return {
    slug: record.slug,
    record,
    plan: await compileFolder(folder, schemasFolder, catalogs, patterns),
    locales: await readLocales(join(folder, 'locales')),
  };
}

async function readLocales(folder: string): Promise<Record<string, ServedText>> {
  const locales: Record<string, ServedText> = {};
  for (const file of (await readdir(folder)).sort()) {
    const language = /^([a-z]{2}(?:-[A-Za-z0-9]+)*)\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const text = JSON.stringify(JSON.parse(await readFile(join(folder, file), 'utf8')));
    locales[language] = { hash: hashText(text), text };
  }
  return locales;
}

function createRepository(procedures: readonly OpenProcedure[], catalogs: readonly Catalog[]): ProcedureRepository {
  const bySlug = new Map(procedures.map((procedure) => [procedure.slug, procedure]));
  const plans = new Map(procedures.map(({ plan }) => [`${plan.hash}.${plan.planFormat}`, JSON.stringify(plan)]));
  const locales = new Map(
    procedures.flatMap((procedure) => Object.values(procedure.locales).map(({ hash, text }) => [hash, text] as const)),
  );
  const byAddress = new Map(catalogs.map((catalog) => [`${catalog.name}.${catalog.version}`, catalog]));
  return {
    list: () => procedures,
    find: (slug) => bySlug.get(slug),
    findPlan: (hash, format) => plans.get(`${hash}.${format}`),
    findLocale: (hash) => locales.get(hash),
    listCatalogs: () => catalogs,
    findCatalog: (name, version) => byAddress.get(`${name}.${version}`),
  };
}
