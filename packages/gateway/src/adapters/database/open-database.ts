/**
 * Opens the database that the operator chose and brings it to the newest shape.
 */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import { lockDirectory, type DirectoryLock } from './directory-lock.js';
import { createKyselyDatabase } from './kysely-database.js';
import { migrate } from './migrations.js';
import { createPglitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';

export type DatabaseOptions =
  /** The embedded database, in a folder, or in memory when there is none. */
  | { kind: 'pglite'; dataDir?: string }
  /** A PostgreSQL server (15 or newer), as `postgres://user@host/database`. */
  | { kind: 'postgres'; url: string };

/** @throws DirectoryInUseError when another process has opened the folder */
export async function openDatabase(options: DatabaseOptions): Promise<GatewayDatabase> {
  return options.kind === 'pglite' ? openPglite(options.dataDir) : openPostgres(options.url);
}

async function openPglite(dataDir: string | undefined): Promise<GatewayDatabase> {
  const lock = dataDir === undefined ? undefined : await lockDirectory(dataDir);
  try {
    const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir });
    return await prepare(
      new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPglitePool(pglite) }) }),
      lock,
    );
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function openPostgres(url: string): Promise<GatewayDatabase> {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, statement_timeout: 15_000 });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return prepare(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), undefined);
}

async function prepare(db: Kysely<Tables>, lock: DirectoryLock | undefined): Promise<GatewayDatabase> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createKyselyDatabase(db, async () => {
    await db.destroy();
    await lock?.release();
  });
}
