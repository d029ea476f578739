/**
 * Migration 0004: how messages ended, which alarms were noticed, and the mailbox of the test sender.
 */
import { sql, type Kysely } from 'kysely';

export async function addNotices(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add column outcome text`.execute(db);
  await sql`create index outbox_of_dossier on outbox (dossier_id, id) where delivered_at is null and dead_at is null`.execute(
    db,
  );
  // What has left is most of the table, and alarms and metrics never look at it.
  await sql`create index outbox_waiting on outbox (dossier_id) where delivered_at is null`.execute(db);
  await sql`create index dossier_watched on dossier (state, due_at)`.execute(db);
  await sql`create table alarm_mark (
    alarm text not null,
    dossier_id uuid not null references dossier (id),
    raised_at timestamptz not null,
    primary key (alarm, dossier_id)
  )`.execute(db);
  await sql`create table mailbox_message (
    id uuid primary key,
    first_at timestamptz not null,
    deliveries integer not null default 1,
    message text not null
  )`.execute(db);
}
