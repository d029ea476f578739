/**
 * Restores a back-up into a place where nothing is yet: judge all of it, bring the database to the shape of that day, fill it, copy papers and keys.
 */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { migrateTo, MIGRATION_NAMES } from '../adapters/database/migrations.js';
import { connectDatabase } from '../adapters/database/open-database.js';
import type { Tables } from '../adapters/database/tables.js';
import { BackupError } from './backup-error.js';
import { copyFile, measureFile } from './copy-file.js';
import { KEYS, readManifest, TABLES, UPLOADS, type BackupManifest } from './manifest.js';
import { restoreTables } from './restore-tables.js';
import type { BackupPlaces } from './write-backup.js';

/** @throws BackupError; then nothing was changed, but for files that were copied before the database refused */
export async function restoreBackup(folder: string, places: BackupPlaces): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  requireKnownMigrations(manifest);
  await requireWholeFiles(folder, manifest);
  await requireNoFiles(places);
  const { db, close } = await connectDatabase(places.database);
  try {
    await requireEmptyDatabase(db);
    await copyFiles(folder, manifest, places);
    await migrateTo(db, manifest.migrations.at(-1) ?? '');
    await restoreTables(db as unknown as Kysely<unknown>, join(folder, TABLES), manifest);
  } finally {
    await close();
  }
  return manifest;
}

/** Older shapes are restored as they were; the next start of a gateway brings them up to date. */
function requireKnownMigrations({ migrations }: BackupManifest): void {
  const unknown = migrations.filter((name, index) => MIGRATION_NAMES[index] !== name);
  if (unknown.length > 0 || migrations.length === 0)
    throw new BackupError(
      `The back-up is of another version of the gateway (${unknown.join(', ')}). Restore it with that version.`,
    );
}

async function requireWholeFiles(folder: string, { files }: BackupManifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const found = await measureFile(join(folder, path)).catch(() => undefined);
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw new BackupError(`${path} of the back-up is not as it was written. Take another copy of the back-up.`);
  }
}

async function requireNoFiles({ uploadsDir, signingKey }: BackupPlaces): Promise<void> {
  const uploads = await readdir(uploadsDir).catch(() => []);
  if (uploads.length > 0) throw new BackupError(`${uploadsDir} is not empty. Restore into a data folder that is new.`);
  if (await stat(signingKey).catch(() => undefined))
    throw new BackupError(`${signingKey} is there already. Restore into a data folder that is new.`);
}

async function requireEmptyDatabase(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(db);
  if (Number(rows[0]?.count) !== 0)
    throw new BackupError('The database is not empty. Restore into a database that is new.');
}

async function copyFiles(folder: string, { files }: BackupManifest, places: BackupPlaces): Promise<void> {
  const targets: Readonly<Record<string, string>> = {
    [UPLOADS]: places.uploadsDir,
    [KEYS]: dirname(places.signingKey),
  };
  for (const target of Object.values(targets)) await mkdir(target, { recursive: true, mode: 0o700 });
  for (const { path } of files) {
    const target = targets[dirname(path)];
    if (target !== undefined) await copyFile(join(folder, path), join(target, basename(path)));
  }
}
