/**
 * Writes every table as JSON lines, all of them as they were at one moment.
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql, type Kysely, type Transaction } from 'kysely';
import { syncFile } from './copy-file.js';
import { listMigrations, listTables } from './list-tables.js';

export interface WrittenTables {
  migrations: string[];
  tables: { name: string; rows: number }[];
  /** Uploads of that moment, with the hash that a dossier's paper must have. */
  uploads: { id: string; sha256?: string; held: boolean }[];
}

const BATCH = 500;

/** One repeatable read: what is sent meanwhile belongs to the next back-up. */
export async function writeTables(db: Kysely<unknown>, folder: string): Promise<WrittenTables> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      await sql`set local statement_timeout = 0`.execute(snapshot);
      await sql`set local timezone = 'UTC'`.execute(snapshot);
      const tables: { name: string; rows: number }[] = [];
      for (const { name } of await listTables(snapshot))
        tables.push({ name, rows: await writeTable(snapshot, name, join(folder, `${name}.jsonl`)) });
      return { migrations: await listMigrations(snapshot), tables, uploads: await listUploads(snapshot) };
    });
}

async function writeTable(snapshot: Transaction<unknown>, name: string, path: string): Promise<number> {
  let rows = 0;
  async function* readLines(): AsyncGenerator<string> {
    await sql`declare backup_cursor no scroll cursor for
      select to_json(source)::text as line from ${sql.table(name)} source`.execute(snapshot);
    for (;;) {
      const batch = await sql<{ line: string }>`fetch ${sql.lit(BATCH)} from backup_cursor`.execute(snapshot);
      for (const { line } of batch.rows) yield `${line}\n`;
      rows += batch.rows.length;
      if (batch.rows.length < BATCH) break;
    }
    await sql`close backup_cursor`.execute(snapshot);
  }
  await pipeline(Readable.from(readLines()), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  await syncFile(path);
  return rows;
}

async function listUploads(snapshot: Transaction<unknown>): Promise<WrittenTables['uploads']> {
  const { rows } = await sql<{ id: string; sha256: string | null; held: boolean }>`
    select id, attachment::json ->> 'sha256' as sha256, dossier_id is not null as held from upload`.execute(snapshot);
  return rows.map(({ id, sha256, held }) => ({ id, held, ...(sha256 === null ? {} : { sha256 }) }));
}
