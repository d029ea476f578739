import { sql, type Kysely } from 'kysely';
import type { FigureStore } from '../../ports/figure-store.js';
import type { Tables } from './tables.js';

/** Sums in PostgreSQL. */
export function createFigureStore(db: Kysely<Tables>): FigureStore {
  return {
    async countStates() {
      const rows = await db
        .selectFrom('dossier')
        .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    async sumUploads() {
      const row = await db
        .selectFrom('upload')
        .select(sql<string>`coalesce(sum(length), 0)`.as('bytes'))
        .executeTakeFirstOrThrow();
      return Number(row.bytes);
    },
  };
}
