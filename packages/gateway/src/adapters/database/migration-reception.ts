/**
 * Migration 0002: the officer's side. State and version beside the dossier, what was sent each time, serials, accounts, sessions, audit, outbox.
 */
import { sql, type Kysely } from 'kysely';

export async function addReception(db: Kysely<unknown>): Promise<void> {
  await extendDossiers(db);
  await extendHistory(db);
  await addSubmissions(db);
  await sql`create table code_serial (
    agency_code text not null,
    day text not null,
    last integer not null check (last > 0),
    primary key (agency_code, day)
  )`.execute(db);
  await addAccounts(db);
  await addAudit(db);
  await addOutbox(db);
}

async function extendDossiers(db: Kysely<unknown>): Promise<void> {
  await sql`alter table dossier
    add column state text not null default 'submitted',
    add column version integer not null default 1,
    add column applicant_name text not null default '',
    add column folded_names text not null default ''`.execute(db);
  await sql`update dossier set state = latest.state, version = latest.sequence
    from (select distinct on (dossier_id) dossier_id, state, sequence from dossier_event order by dossier_id, sequence desc) latest
    where latest.dossier_id = dossier.id`.execute(db);
  await sql`create index dossier_queue on dossier (agency_code, state, due_at)`.execute(db);
}

async function extendHistory(db: Kysely<unknown>): Promise<void> {
  await sql`alter table dossier_event
    add column move text,
    add column account_id uuid,
    add column officer_name text,
    add column details text`.execute(db);
  await sql`create trigger dossier_event_no_truncate before truncate on dossier_event
    for each statement execute function refuse_history_change()`.execute(db);
}

async function addSubmissions(db: Kysely<unknown>): Promise<void> {
  await sql`create table dossier_submission (
    dossier_id uuid not null references dossier (id),
    sequence integer not null,
    submission text not null,
    confirmation text not null,
    primary key (dossier_id, sequence)
  )`.execute(db);
  await sql`insert into dossier_submission select id, 1, submission, confirmation from dossier`.execute(db);
  await sql`create trigger dossier_submission_append_only before update or delete on dossier_submission
    for each row execute function refuse_history_change()`.execute(db);
}

async function addAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`create table account (
    id uuid primary key,
    login text not null unique,
    name text not null,
    roles text not null,
    agency_code text,
    password_hash text not null,
    created_at timestamptz not null,
    disabled_at timestamptz
  )`.execute(db);
  await sql`create table session (
    token_hash text primary key,
    account_id uuid not null references account (id),
    created_at timestamptz not null,
    seen_at timestamptz not null
  )`.execute(db);
}

async function addAudit(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid references account (id),
    agency_code text,
    operation text not null,
    dossier_id uuid references dossier (id),
    outcome text not null
  )`.execute(db);
  await sql`create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`.execute(db);
  await sql`create trigger audit_append_only before update or delete on audit
    for each row execute function refuse_audit_change()`.execute(db);
  await sql`create trigger audit_no_truncate before truncate on audit
    for each statement execute function refuse_audit_change()`.execute(db);
}

async function addOutbox(db: Kysely<unknown>): Promise<void> {
  await sql`create table outbox (
    id bigint generated always as identity primary key,
    kind text not null,
    dossier_id uuid not null references dossier (id),
    sequence integer not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    delivered_at timestamptz,
    dead_at timestamptz,
    last_error text,
    unique (kind, dossier_id, sequence)
  )`.execute(db);
  await sql`create index outbox_open on outbox (due_at) where delivered_at is null and dead_at is null`.execute(db);
}
