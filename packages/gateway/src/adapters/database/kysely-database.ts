/**
 * Joins the stores over one Kysely connection.
 */
import { sql, type Kysely } from 'kysely';
import type { GatewayDatabase, GatewayTransaction } from '../../ports/gateway-database.js';
import { createAccountStore, createSessionStore } from './account-store.js';
import { createAuditStore } from './audit-store.js';
import { createCodeSerialStore } from './code-serial-store.js';
import { createDeskQueueStore } from './desk-queue-store.js';
import { createDossierStore } from './dossier-store.js';
import { createFigureStore } from './figure-store.js';
import { createIdempotencyStore } from './idempotency-store.js';
import { createMailboxStore } from './mailbox-store.js';
import { createOutboxStore } from './outbox-store.js';
import type { DatabaseConnection } from './open-database.js';
import { createRegisterStore } from './register-store.js';
import type { Tables } from './tables.js';
import { createUploadStore } from './upload-store.js';
import { createWatchStore } from './watch-store.js';

export function createKyselyDatabase(
  db: Kysely<Tables>,
  { locks, readPool, close }: Pick<DatabaseConnection, 'locks' | 'readPool' | 'close'>,
): GatewayDatabase {
  return {
    ...createStores(db),
    idempotency: createIdempotencyStore(db, createStores),
    mailbox: createMailboxStore(db),
    figures: createFigureStore(db),
    transact: (work) => db.transaction().execute((transaction) => work(createStores(transaction))),
    async check() {
      await sql`select 1`.execute(db);
    },
    uploadLocks: locks,
    readPool,
    close,
  };
}

function createStores(db: Kysely<Tables>): GatewayTransaction {
  const outbox = createOutboxStore(db);
  return {
    dossiers: createDossierStore(db, outbox),
    uploads: createUploadStore(db),
    serials: createCodeSerialStore(db),
    outbox,
    accounts: createAccountStore(db),
    sessions: createSessionStore(db),
    audit: createAuditStore(db),
    queue: createDeskQueueStore(db),
    register: createRegisterStore(db),
    watch: createWatchStore(db),
  };
}
