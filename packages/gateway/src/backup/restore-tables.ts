/**
 * Fills an empty database from the JSON lines of a back-up, in one transaction.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql, type Kysely, type Transaction } from 'kysely';
import { listTables, type TableShape } from './list-tables.js';
import { BackupError } from './backup-error.js';
import type { BackupManifest } from './manifest.js';

const BATCH_ROWS = 500;
const BATCH_LENGTH = 4_000_000;

/** @param folder of the tables. @throws BackupError when the shape of the database is not that of the back-up */
export async function restoreTables(
  db: Kysely<unknown>,
  folder: string,
  { tables }: Pick<BackupManifest, 'tables'>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction);
    const shapes = await listTables(transaction);
    requireSameTables(shapes, tables);
    // What a trigger would do at an insert was done before the back-up.
    for (const { name } of shapes) await setTriggers(transaction, name, 'disable');
    for (const { name } of [...shapes].reverse()) await sql`delete from ${sql.table(name)}`.execute(transaction);
    for (const shape of shapes) await fillTable(transaction, shape, join(folder, `${shape.name}.jsonl`));
    for (const { name } of shapes) await setTriggers(transaction, name, 'enable');
  });
}

function requireSameTables(shapes: readonly TableShape[], tables: BackupManifest['tables']): void {
  const [here, there] = [shapes, tables].map((list) =>
    list
      .map(({ name }) => name)
      .sort()
      .join(', '),
  );
  if (here !== there)
    throw new BackupError(`The database has the tables ${here ?? ''}; the back-up has ${there ?? ''}.`);
}

async function setTriggers(transaction: Transaction<unknown>, name: string, to: 'enable' | 'disable'): Promise<void> {
  await sql`alter table ${sql.table(name)} ${sql.raw(to)} trigger user`.execute(transaction);
}

async function fillTable(transaction: Transaction<unknown>, shape: TableShape, path: string): Promise<void> {
  let lines: string[] = [];
  let length = 0;
  const insert = async (): Promise<void> => {
    if (lines.length > 0) await insertRows(transaction, shape, lines);
    lines = [];
    length = 0;
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    lines.push(line);
    length += line.length;
    if (lines.length >= BATCH_ROWS || length >= BATCH_LENGTH) await insert();
  }
  await insert();
  for (const counter of shape.counters) await moveCounter(transaction, shape.name, counter);
}

async function insertRows(
  transaction: Transaction<unknown>,
  { name, columns }: TableShape,
  lines: readonly string[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(name)}, ${`[${lines.join(',')}]`}::json)`.execute(
    transaction,
  );
}

/** The next number comes after the highest that was restored. */
async function moveCounter(transaction: Transaction<unknown>, table: string, column: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}), max(${sql.ref(column)}))
    from ${sql.table(table)} having max(${sql.ref(column)}) is not null`.execute(transaction);
}
