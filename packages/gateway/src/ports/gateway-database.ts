/**
 * One place for all that must be committed together.
 */
import type { AccountStore, SessionStore } from './account-store.js';
import type { AuditStore } from './audit-store.js';
import type { CodeSerialStore } from './code-serial-store.js';
import type { DeskQueueStore } from './desk-queue.js';
import type { DossierStore } from './dossier-store.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { OutboxStore } from './outbox-store.js';
import type { UploadStore } from './upload-store.js';

/** The stores inside one transaction: all of it is committed or none. */
export interface GatewayTransaction {
  dossiers: DossierStore;
  uploads: UploadStore;
  serials: CodeSerialStore;
  outbox: OutboxStore;
  accounts: AccountStore;
  sessions: SessionStore;
  audit: AuditStore;
  queue: DeskQueueStore;
}

export interface GatewayDatabase extends GatewayTransaction {
  idempotency: IdempotencyStore;
  transact<Result>(work: (transaction: GatewayTransaction) => Promise<Result>): Promise<Result>;
  /** Rejects when nothing can be stored now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
