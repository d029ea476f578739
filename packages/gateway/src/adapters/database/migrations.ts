/**
 * The one forward-only set of migrations, for PGlite and PostgreSQL alike. A migration that was released is never edited.
 */
import { Migrator, sql, type Kysely, type Migration, type MigrationResultSet } from 'kysely';
import { addRegisterIndex } from './migration-letters.js';
import { addNotices } from './migration-notices.js';
import { addLimits } from './migration-limits.js';
import { addReception } from './migration-reception.js';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-dossiers': {
    async up(db: Kysely<unknown>) {
      await sql`create table dossier (
        id uuid primary key,
        provisional_code text not null unique,
        official_code text unique,
        procedure_slug text not null,
        procedure_version text not null,
        plan_hash text not null,
        agency_code text not null,
        lookup_secret_hash text not null,
        submission text not null,
        confirmation text not null,
        submitted_at timestamptz not null,
        due_at timestamptz
      )`.execute(db);
      await sql`create table dossier_event (
        dossier_id uuid not null references dossier (id),
        sequence integer not null check (sequence > 0),
        state text not null,
        at timestamptz not null,
        actor text not null,
        note text,
        primary key (dossier_id, sequence)
      )`.execute(db);
      await sql`create function refuse_history_change() returns trigger language plpgsql as $$
        begin raise exception 'dossier history is append-only'; end $$`.execute(db);
      await sql`create trigger dossier_event_append_only before update or delete on dossier_event
        for each row execute function refuse_history_change()`.execute(db);
      await sql`create table upload (
        id text primary key,
        key_hash text not null,
        length integer not null,
        created_at timestamptz not null,
        attachment text,
        dossier_id uuid references dossier (id)
      )`.execute(db);
      await sql`create index upload_key_hash on upload (key_hash)`.execute(db);
      await sql`create index upload_unclaimed on upload (created_at) where dossier_id is null`.execute(db);
      await sql`create table idempotency (
        scope text not null,
        key text not null,
        body_hash text not null,
        dossier_id uuid not null references dossier (id),
        answer text not null,
        kept_at timestamptz not null default now(),
        primary key (scope, key)
      )`.execute(db);
    },
  },
  '0002-reception': { up: addReception },
  '0003-letters': { up: addRegisterIndex },
  '0004-notices': { up: addNotices },
  '0005-limits': { up: addLimits },
};

/** In the order in which a database gets them. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort();

/** Brings the database to the newest shape; safe to run from several processes at once. */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  throwFailure(await createMigrator(db).migrateToLatest());
}

/** Brings an empty database to the shape that it had with this migration. */
export async function migrateTo<Schema>(db: Kysely<Schema>, name: string): Promise<void> {
  throwFailure(await createMigrator(db).migrateTo(name));
}

function createMigrator<Schema>(db: Kysely<Schema>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } });
}

function throwFailure({ error }: MigrationResultSet): void {
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}
