/**
 * Makes a back-up: the tables of one moment, the papers of that moment, the keys. With PostgreSQL the gateways may go on meanwhile.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { connectDatabase, type DatabaseOptions } from '../adapters/database/open-database.js';
import { BackupError } from './backup-error.js';
import { copyFile, measureFile, syncFile, type FileFacts } from './copy-file.js';
import { KEYS, MANIFEST, TABLES, UPLOADS, type BackupManifest } from './manifest.js';
import { writeTables, type WrittenTables } from './write-tables.js';

/** Where a gateway keeps what it has. */
export interface BackupPlaces {
  database: DatabaseOptions;
  uploadsDir: string;
  signingKey: string;
}

/** @throws BackupError when the folder holds something already, or the database is empty */
export async function writeBackup(folder: string, places: BackupPlaces, now: Date): Promise<BackupManifest> {
  await prepareFolder(folder);
  const written = await readDatabase(places.database, (db) => writeTables(db, join(folder, TABLES)));
  if (written.migrations.length === 0) throw new BackupError('There is nothing to back up: the database is empty.');
  const damagedPapers = await copyPapers(written.uploads, places.uploadsDir, join(folder, UPLOADS));
  await copyKeys(places.signingKey, join(folder, KEYS));
  const manifest: BackupManifest = {
    format: 1,
    takenAt: now.toISOString(),
    migrations: written.migrations,
    tables: written.tables,
    files: await measureFiles(folder),
    damagedPapers,
  };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 1), { flag: 'wx', mode: 0o600 });
  await syncFile(join(folder, MANIFEST));
  return manifest;
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupError(`${folder} is not empty. Name a folder that is new.`);
  for (const part of [TABLES, UPLOADS, KEYS]) await mkdir(join(folder, part), { mode: 0o700 });
}

async function readDatabase<Result>(
  options: DatabaseOptions,
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const { db, close } = await connectDatabase(options);
  try {
    return await work(db as unknown as Kysely<unknown>);
  } finally {
    await close();
  }
}

/** An upload that no dossier holds may go meanwhile. The bytes of a paper that a dossier holds never change: they are compared. */
async function copyPapers(uploads: WrittenTables['uploads'], from: string, to: string): Promise<string[]> {
  const damaged: string[] = [];
  for (const { id, sha256, held } of uploads) {
    const copied = await copyIfThere(join(from, id), join(to, id));
    await copyIfThere(join(from, `${id}.json`), join(to, `${id}.json`));
    if (held && copied?.sha256 !== sha256) damaged.push(id);
  }
  return damaged;
}

async function copyKeys(signingKey: string, to: string): Promise<void> {
  await copyIfThere(signingKey, join(to, 'signing-key.json'));
  await copyIfThere(join(dirname(signingKey), 'retired-keys.json'), join(to, 'retired-keys.json'));
}

async function copyIfThere(from: string, to: string): Promise<FileFacts | undefined> {
  try {
    return await copyFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function measureFiles(folder: string): Promise<BackupManifest['files']> {
  const files: BackupManifest['files'][number][] = [];
  for (const part of [TABLES, UPLOADS, KEYS])
    for (const name of (await readdir(join(folder, part))).sort())
      files.push({ path: `${part}/${name}`, ...(await measureFile(join(folder, part, name))) });
  return files;
}
