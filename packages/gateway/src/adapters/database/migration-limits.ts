/**
 * Migration 0005: what the quotas of uploads count lies in one index.
 */
import { sql, type Kysely } from 'kysely';

export async function addLimits(db: Kysely<unknown>): Promise<void> {
  await sql`create index upload_unused on upload (key_hash, length) where dossier_id is null`.execute(db);
}
