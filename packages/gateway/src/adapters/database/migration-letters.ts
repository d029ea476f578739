/**
 * Migration 0003: the register reads receptions by time.
 */
import { sql, type Kysely } from 'kysely';

export async function addRegisterIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create index dossier_event_reception on dossier_event (at) where move = 'receive'`.execute(db);
}
