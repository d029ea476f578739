/**
 * Idempotency keys in PostgreSQL: the answer is committed with the work it belongs to, or not at all.
 */
import { sql, type Kysely } from 'kysely';
import type { GatewayTransaction } from '../../ports/gateway-database.js';
import type { IdempotencyStore, IdempotentOutcome, IdempotentRequest } from '../../ports/idempotency-store.js';
import type { Tables } from './tables.js';

export function createIdempotencyStore(
  db: Kysely<Tables>,
  createStores: (db: Kysely<Tables>) => GatewayTransaction,
): IdempotencyStore {
  const inFlight = new Set<string>();
  return {
    async once(request, prepare, commit) {
      const name = `${request.scope} ${request.key}`;
      if (inFlight.has(name)) return { kind: 'in-flight' };
      inFlight.add(name);
      try {
        const kept = await findKept(db, request);
        if (kept) return kept;
        const prepared = await prepareOrReplay(db, request, prepare);
        if ('kept' in prepared) return prepared.kept;
        return await db
          .transaction()
          .execute((transaction) =>
            commitOnce(transaction, request, (stores) => commit(stores, prepared.value), createStores),
          );
      } finally {
        inFlight.delete(name);
      }
    },
  };
}

/**
 * Another process may commit under this key meanwhile; what it took (papers) would then be refused here. Its answer comes before the refusal.
 */
async function prepareOrReplay<Prepared>(
  db: Kysely<Tables>,
  request: IdempotentRequest,
  prepare: () => Promise<Prepared>,
): Promise<{ value: Prepared } | { kept: IdempotentOutcome }> {
  try {
    return { value: await prepare() };
  } catch (error) {
    const kept = await findKept(db, request);
    if (kept) return { kept };
    throw error;
  }
}

/** The set above covers this process; the lock covers other processes on the same server, and ends with the transaction. */
async function commitOnce(
  db: Kysely<Tables>,
  request: IdempotentRequest,
  commit: (stores: GatewayTransaction) => Promise<{ dossierId: string; body: string }>,
  createStores: (db: Kysely<Tables>) => GatewayTransaction,
): Promise<IdempotentOutcome> {
  const lock = await sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`${request.scope} ${request.key}`}, 0)) as taken`.execute(db);
  if (!lock.rows[0]?.taken) return { kind: 'in-flight' };
  const kept = await findKept(db, request);
  if (kept) return kept;
  const answer = await commit(createStores(db));
  await db
    .insertInto('idempotency')
    .values({
      scope: request.scope,
      key: request.key,
      body_hash: request.bodyHash,
      dossier_id: answer.dossierId,
      answer: answer.body,
    })
    .execute();
  return { kind: 'done', answer };
}

async function findKept(
  db: Kysely<Tables>,
  { scope, key, bodyHash }: IdempotentRequest,
): Promise<IdempotentOutcome | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.body_hash !== bodyHash) return { kind: 'key-reused' };
  return { kind: 'replayed', answer: { dossierId: row.dossier_id, body: row.answer } };
}
