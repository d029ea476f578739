/**
 * What a back-up says of itself. It is written last: a folder without it is no back-up.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from './backup-error.js';

export interface BackupManifest {
  format: 1;
  takenAt: string;
  /** That the database had, in order. */
  migrations: readonly string[];
  /** In an order in which no row comes before one that it points to. */
  tables: readonly { name: string; rows: number }[];
  /** Every other file of the folder, by its path in it. */
  files: readonly { path: string; bytes: number; sha256: string }[];
  /** Papers of dossiers whose bytes were not there, or were not those that the dossier names. */
  damagedPapers: readonly string[];
}

export const MANIFEST = 'manifest.json';
export const TABLES = 'tables';
export const UPLOADS = 'uploads';
export const KEYS = 'keys';

/** @throws BackupError when the folder holds none, or one of another format */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupError(`${folder} holds no whole back-up: there is no ${MANIFEST} in it.`);
  });
  const manifest = JSON.parse(text) as BackupManifest;
  if ((manifest.format as number) !== 1)
    throw new BackupError(`The back-up is of format ${String(manifest.format)}, which this program does not read.`);
  return manifest;
}
