/**
 * Serials of official codes in PostgreSQL. The row is locked until the transaction ends, so that a reception that fails gives its serial back
 * before the next one takes it.
 */
import { sql, type Kysely } from 'kysely';
import type { CodeSerialStore } from '../../ports/code-serial-store.js';
import type { Tables } from './tables.js';

export function createCodeSerialStore(db: Kysely<Tables>): CodeSerialStore {
  return {
    async next(agencyCode, day) {
      const row = await db
        .insertInto('code_serial')
        .values({ agency_code: agencyCode, day, last: 1 })
        .onConflict((conflict) =>
          conflict.columns(['agency_code', 'day']).doUpdateSet({ last: sql`code_serial.last + 1` }),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return row.last;
    },
  };
}
