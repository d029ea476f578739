/**
 * The outbox in PostgreSQL.
 */
import { sql, type Kysely } from 'kysely';
import type { OutboxStore } from '../../ports/outbox-store.js';
import type { Tables } from './tables.js';

const MAX_ERROR = 200;

export function createOutboxStore(db: Kysely<Tables>): OutboxStore {
  return {
    async add({ kind, dossierId, sequence }, at) {
      const empty = { delivered_at: null, dead_at: null, last_error: null };
      await db
        .insertInto('outbox')
        .values({ kind, dossier_id: dossierId, sequence, created_at: at, due_at: at, ...empty })
        .execute();
    },
    async take(limit, now) {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'kind', 'dossier_id', 'sequence', 'attempts'])
        .where('delivered_at', 'is', null)
        .where('dead_at', 'is', null)
        .where('due_at', '<=', now)
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(({ id, kind, dossier_id: dossierId, sequence, attempts }) => ({
        id: Number(id),
        kind,
        dossierId,
        sequence,
        attempts,
      }));
    },
    async markDelivered(id, at) {
      await db
        .updateTable('outbox')
        .set({ delivered_at: at, attempts: sql`attempts + 1`, last_error: null })
        .where('id', '=', String(id))
        .execute();
    },
    async markFailed(id, error, at, retryAt) {
      await db
        .updateTable('outbox')
        .set({
          attempts: sql`attempts + 1`,
          last_error: error.slice(0, MAX_ERROR),
          ...(retryAt === undefined ? { dead_at: at } : { due_at: retryAt }),
        })
        .where('id', '=', String(id))
        .execute();
    },
    async count() {
      const row = await db
        .selectFrom('outbox')
        .select([
          sql<string>`count(*) filter (where delivered_at is null and dead_at is null)`.as('open'),
          sql<string>`count(*) filter (where dead_at is not null)`.as('dead'),
        ])
        .executeTakeFirstOrThrow();
      return { open: Number(row.open), dead: Number(row.dead) };
    },
  };
}
