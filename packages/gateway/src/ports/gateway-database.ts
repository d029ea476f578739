/**
 * One place for all that must be committed together.
 */
import type { AccountStore, SessionStore } from './account-store.js';
import type { AuditStore } from './audit-store.js';
import type { CodeSerialStore } from './code-serial-store.js';
import type { DeskQueueStore } from './desk-queue.js';
import type { DossierStore } from './dossier-store.js';
import type { FigureStore } from './figure-store.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { MailboxStore } from './mailbox-store.js';
import type { OutboxStore } from './outbox-store.js';
import type { UploadLocks } from './upload-locks.js';
import type { RegisterStore } from './register-store.js';
import type { UploadStore } from './upload-store.js';
import type { WatchStore } from './watch-store.js';

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
  register: RegisterStore;
  watch: WatchStore;
}

/** Connections of this process to the database. */
export interface PoolState {
  open: number;
  idle: number;
  /** Pieces of work that wait for one. */
  waiting: number;
}

export interface GatewayDatabase extends GatewayTransaction {
  idempotency: IdempotencyStore;
  mailbox: MailboxStore;
  figures: FigureStore;
  transact<Result>(work: (transaction: GatewayTransaction) => Promise<Result>): Promise<Result>;
  /** Among the processes that have this database open. */
  uploadLocks: UploadLocks;
  /** Rejects when nothing can be stored now. */
  check(): Promise<void>;
  readPool(): PoolState;
  close(): Promise<void>;
}
