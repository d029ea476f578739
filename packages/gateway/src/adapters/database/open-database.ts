/**
 * Opens the database that the operator chose and brings it to the newest shape.
 */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { GatewayDatabase, PoolState } from '../../ports/gateway-database.js';
import { NO_OTHER_PROCESS, type UploadLocks } from '../../ports/upload-locks.js';
import { lockDirectory } from './directory-lock.js';
import { createKyselyDatabase } from './kysely-database.js';
import { migrate } from './migrations.js';
import { createPglitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';
import { PostgresUploadLocks } from './upload-locker.js';

export type DatabaseOptions =
  /** The embedded database, in a folder, or in memory when there is none; a new one begins with a dumped data directory where that is given. */
  | { kind: 'pglite'; dataDir?: string; begin?: Blob }
  /** A PostgreSQL server (15 or newer), as `postgres://user@host/database`. */
  | { kind: 'postgres'; url: string };

/** A database as it lies there, in whatever shape. */
export interface DatabaseConnection {
  db: Kysely<Tables>;
  locks: UploadLocks;
  readPool(): PoolState;
  close(): Promise<void>;
}

/** @throws DirectoryInUseError when another process has opened the folder */
export async function openDatabase(options: DatabaseOptions): Promise<GatewayDatabase> {
  const connection = await connectDatabase(options);
  try {
    await bringUpToDate(options, connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return createKyselyDatabase(connection.db, connection);
}

/** @throws DirectoryInUseError when another process has opened the folder */
export async function connectDatabase(options: DatabaseOptions): Promise<DatabaseConnection> {
  return options.kind === 'pglite' ? openPglite(options) : openPostgres(options.url);
}

async function openPglite({
  dataDir,
  begin,
}: Extract<DatabaseOptions, { kind: 'pglite' }>): Promise<DatabaseConnection> {
  const lock = dataDir === undefined ? undefined : await lockDirectory(dataDir);
  try {
    const pglite = await PGlite.create({
      ...(dataDir === undefined ? {} : { dataDir }),
      ...(begin === undefined ? {} : { loadDataDir: begin }),
    });
    const pool = createPglitePool(pglite);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    return {
      db,
      locks: NO_OTHER_PROCESS,
      readPool: () => pool.readState(),
      async close() {
        await db.destroy();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function openPostgres(url: string): DatabaseConnection {
  const { db, readPool } = connectPool({ connectionString: url, statement_timeout: 15_000 });
  const locks = new PostgresUploadLocks(url);
  return {
    db,
    locks,
    readPool,
    async close() {
      await locks.close();
      await db.destroy();
    },
  };
}

/** Migrations run in a session of their own: they, and processes that wait for them, may take longer than a request. */
async function bringUpToDate(options: DatabaseOptions, { db }: DatabaseConnection): Promise<void> {
  if (options.kind === 'pglite') return migrate(db);
  const { db: patient } = connectPool({ connectionString: options.url, max: 1 });
  try {
    await migrate(patient);
  } finally {
    await patient.destroy();
  }
}

function connectPool(settings: pg.PoolConfig): Pick<DatabaseConnection, 'db' | 'readPool'> {
  const pool = new pg.Pool({ connectionTimeoutMillis: 5_000, ...settings });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    readPool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}
