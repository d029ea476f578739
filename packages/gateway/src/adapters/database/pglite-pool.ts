/**
 * Lets Kysely's PostgreSQL dialect run over PGlite.
 */
import type { PGlite } from '@electric-sql/pglite';
import type { PoolState } from '../../ports/gateway-database.js';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

type Command = PostgresQueryResult<unknown>['command'];

/**
 * PGlite serves one session. The pool lends it to one borrower at a time: a statement of another request must not slip into an open transaction.
 */
export function createPglitePool(database: PGlite): PostgresPool & { readState(): PoolState } {
  let free: Promise<void> = Promise.resolve();
  let asked = 0;
  return {
    async connect() {
      asked += 1;
      const before = free;
      let giveBack: () => void = () => undefined;
      free = new Promise((resolve) => (giveBack = resolve));
      await before;
      return createClient(database, () => {
        asked -= 1;
        giveBack();
      });
    },
    end: () => database.close(),
    readState: () => ({ open: 1, idle: asked === 0 ? 1 : 0, waiting: Math.max(0, asked - 1) }),
  };
}

function createClient(database: PGlite, release: () => void): PostgresPoolClient {
  const query = async (text: unknown, parameters?: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
    const sql = text as string;
    const { rows, affectedRows } = await database.query(sql, [...(parameters ?? [])]);
    return {
      command: sql.trimStart().split(/\s/, 1)[0]?.toUpperCase() as Command,
      rowCount: affectedRows ?? rows.length,
      rows,
    };
  };
  return { query: query as PostgresPoolClient['query'], release };
}
