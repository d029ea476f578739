/**
 * The outbox in PostgreSQL.
 */
import { sql, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { DeadItem, OutboxItem, OutboxKind, OutboxOutcome, OutboxStore } from '../../ports/outbox-store.js';
import type { Tables } from './tables.js';

const MAX_ERROR = 100;
const COLUMNS = ['id', 'kind', 'dossier_id', 'sequence', 'created_at', 'attempts'] as const;
const IS_OPEN = sql<SqlBool>`delivered_at is null and dead_at is null`;

export function createOutboxStore(db: Kysely<Tables>): OutboxStore {
  return {
    async add({ kind, dossierId, sequence }, at) {
      const empty = { delivered_at: null, dead_at: null, last_error: null, outcome: null };
      const added = await db
        .insertInto('outbox')
        .values({ kind, dossier_id: dossierId, sequence, created_at: at, due_at: at, ...empty })
        .onConflict((conflict) => conflict.columns(['kind', 'dossier_id', 'sequence']).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    async lease(limit, now, until) {
      const free = db
        .selectFrom('outbox as item')
        .select('item.id')
        .where(IS_OPEN)
        .where('due_at', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as earlier')
                .select('earlier.id')
                .whereRef('earlier.dossier_id', '=', 'item.dossier_id')
                .whereRef('earlier.id', '<', 'item.id')
                .where('earlier.delivered_at', 'is', null)
                .where('earlier.dead_at', 'is', null),
            ),
          ),
        )
        .orderBy('item.id')
        .limit(limit)
        .forUpdate()
        .skipLocked();
      const rows = await db
        .updateTable('outbox')
        .set({ due_at: until, attempts: sql`attempts + 1` })
        .where('id', 'in', free)
        .returning(COLUMNS)
        .execute();
      return rows.map(readItem).sort((left, right) => left.id - right.id);
    },
    async markDelivered(id, at, outcome) {
      await db
        .updateTable('outbox')
        .set({ delivered_at: at, dead_at: null, last_error: null, outcome })
        .where('id', '=', String(id))
        .where('delivered_at', 'is', null)
        .execute();
    },
    async markFailed(id, error, at, retryAt) {
      await db
        .updateTable('outbox')
        .set({
          last_error: error.slice(0, MAX_ERROR),
          ...(retryAt === undefined ? { dead_at: at } : { due_at: retryAt }),
        })
        .where('id', '=', String(id))
        .where(IS_OPEN)
        .execute();
    },
    async count() {
      const { open, dead } = await measure(db, 1);
      return { open, dead };
    },
    measure: (failingAttempts, agencyCode) => measure(db, failingAttempts, agencyCode),
    async countOutcomes() {
      const rows = await db
        .selectFrom('outbox')
        .select(['outcome', ({ fn }) => fn.countAll<string>().as('count')])
        .where('outcome', 'is not', null)
        .groupBy('outcome')
        .execute();
      return Object.fromEntries(rows.map(({ outcome, count }) => [outcome as OutboxOutcome, Number(count)]));
    },
    async listDead(limit, agencyCode) {
      let query = db
        .selectFrom('outbox')
        .innerJoin('dossier', 'dossier.id', 'outbox.dossier_id')
        .select(['outbox.id', 'kind', 'dossier_id', 'sequence', 'created_at', 'attempts', 'dead_at', 'last_error'])
        .select(({ fn }) => fn.coalesce('official_code', 'provisional_code').as('code'))
        .where('dead_at', 'is not', null);
      if (agencyCode !== undefined) query = query.where('agency_code', '=', agencyCode);
      const rows = await query.orderBy('dead_at', 'desc').orderBy('outbox.id', 'desc').limit(limit).execute();
      return rows.map((row): DeadItem => ({
        ...readItem(row),
        code: row.code,
        deadAt: row.dead_at as Date,
        ...(row.last_error === null ? {} : { error: row.last_error }),
      }));
    },
    async replay(id, now, agencyCode) {
      const ofAgency = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'outbox'>) =>
        exists(
          selectFrom('dossier')
            .select('dossier.id')
            .whereRef('dossier.id', '=', 'outbox.dossier_id')
            .where('agency_code', '=', agencyCode ?? ''),
        );
      let opened = db
        .updateTable('outbox')
        .set({ dead_at: null, attempts: 0, due_at: now })
        .where('id', '=', String(id))
        .where('dead_at', 'is not', null);
      let open = db.selectFrom('outbox').select('id').where('id', '=', String(id)).where(IS_OPEN);
      if (agencyCode !== undefined) {
        opened = opened.where(ofAgency as never);
        open = open.where(ofAgency);
      }
      return (await opened.executeTakeFirst()).numUpdatedRows === 1n || (await open.executeTakeFirst()) !== undefined;
    },
    async replayDead(now) {
      const opened = await db
        .updateTable('outbox')
        .set({ dead_at: null, attempts: 0, due_at: now })
        .where('dead_at', 'is not', null)
        .executeTakeFirst();
      return Number(opened.numUpdatedRows);
    },
  };
}

async function measure(
  db: Kysely<Tables>,
  failingAttempts: number,
  agencyCode?: string,
): ReturnType<OutboxStore['measure']> {
  const isFailing = sql`${IS_OPEN} and last_error is not null and attempts >= ${failingAttempts}`;
  let query = db
    .selectFrom('outbox')
    .select([
      sql<string>`count(*) filter (where ${IS_OPEN})`.as('open'),
      sql<string>`count(*) filter (where dead_at is not null)`.as('dead'),
      sql<string>`count(*) filter (where ${isFailing})`.as('failing'),
      sql<Date | null>`min(created_at) filter (where ${isFailing})`.as('failing_since'),
      sql<Date | null>`min(dead_at)`.as('dead_since'),
      sql<Date | null>`min(created_at) filter (where ${IS_OPEN})`.as('open_since'),
    ])
    .where('delivered_at', 'is', null);
  if (agencyCode !== undefined)
    query = query.where('dossier_id', 'in', (from) =>
      from.selectFrom('dossier').select('dossier.id').where('agency_code', '=', agencyCode),
    );
  const row = await query.executeTakeFirstOrThrow();
  return {
    open: Number(row.open),
    dead: Number(row.dead),
    failing: Number(row.failing),
    ...(row.failing_since === null ? {} : { failingSince: row.failing_since }),
    ...(row.dead_since === null ? {} : { deadSince: row.dead_since }),
    ...(row.open_since === null ? {} : { openSince: row.open_since }),
  };
}

interface ItemRow {
  id: string;
  kind: string;
  dossier_id: string;
  sequence: number;
  created_at: Date;
  attempts: number;
}

function readItem(row: ItemRow): OutboxItem {
  return {
    id: Number(row.id),
    kind: row.kind as OutboxKind,
    dossierId: row.dossier_id,
    sequence: row.sequence,
    createdAt: row.created_at,
    attempts: row.attempts,
  };
}
