/**
 * Wires the guard against full disks: which disks count, and how much stays free.
 */
import { measureDisks } from './adapters/files/disk-space.js';
import type { DatabaseOptions } from './adapters/database/open-database.js';
import { guardIntake } from './http/guard-intake.js';
import type { Log } from './http/log.js';
import type { Route } from './http/route.js';
import type { FreeSpace } from './ports/free-space.js';

export interface StorageOptions {
  /** Bytes that new papers and dossiers leave free; default: 256 MiB. */
  reserveBytes?: number;
}

/** Sample configuration: some weeks of moves and letters. */
export const DEFAULT_RESERVE = 256 * 1024 * 1024;

export interface IntakeGuardOptions {
  storage?: StorageOptions;
  uploadsDir: string;
  database: DatabaseOptions;
  /** Takes the place of the disks. */
  space?: FreeSpace;
  log: Log;
}

/** A PostgreSQL server watches its own disk: what it cannot take is refused by its error. */
export function openIntakeGuard(
  routes: readonly Route[],
  { storage = {}, uploadsDir, database, space, log }: IntakeGuardOptions,
): Route[] {
  const dataDir = database.kind === 'pglite' ? database.dataDir : undefined;
  return guardIntake(routes, {
    space: space ?? measureDisks(dataDir === undefined ? [uploadsDir] : [uploadsDir, dataDir]),
    reserveBytes: storage.reserveBytes ?? DEFAULT_RESERVE,
    onFull: () => log('alarm', { event: 'storage-full' }),
  });
}
