/**
 * The tables of a database as they are, so that a back-up forgets none that a later migration adds.
 */
import { sql, type Kysely, type Transaction } from 'kysely';

export interface TableShape {
  name: string;
  /** Those that hold something of their own, in their order. */
  columns: readonly string[];
  /** Columns that count by themselves. */
  counters: readonly string[];
}

type Connection = Kysely<unknown> | Transaction<unknown>;

/** In an order in which no row comes before one that it points to. */
export async function listTables(db: Connection): Promise<TableShape[]> {
  const columns = await readColumns(db);
  const names = [...new Set(columns.map(({ table }) => table))];
  return orderByReference(names, await readReferences(db)).map((name) => {
    const own = columns.filter(({ table }) => table === name);
    return {
      name,
      columns: own.filter(({ computed }) => !computed).map(({ column }) => column),
      counters: own.filter(({ counter }) => counter).map(({ column }) => column),
    };
  });
}

interface ColumnRow {
  table: string;
  column: string;
  computed: boolean;
  counter: boolean;
}

async function readColumns(db: Connection): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select c.relname as table, a.attname as column, a.attgenerated <> '' as computed, a.attidentity <> '' as counter
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname not like 'kysely%'
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(db);
  return rows;
}

interface Reference {
  from: string;
  to: string;
}

async function readReferences(db: Connection): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select f.relname as from, t.relname as to
    from pg_constraint join pg_class f on f.oid = conrelid join pg_class t on t.oid = confrelid
    where contype = 'f' and f.relnamespace = current_schema()::regnamespace and f.oid <> t.oid`.execute(db);
  return rows;
}

/** @throws Error when tables point to each other in a ring */
function orderByReference(names: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  let left = [...names];
  while (left.length > 0) {
    const next = left.filter((name) => references.every(({ from, to }) => from !== name || ordered.includes(to)));
    if (next.length === 0) throw new Error(`these tables point to each other: ${left.join(', ')}`);
    ordered.push(...next);
    left = left.filter((name) => !next.includes(name));
  }
  return ordered;
}

/** Names of the migrations that a database has, in order; none when it is empty. */
export async function listMigrations(db: Connection): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!found[0]?.there) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
