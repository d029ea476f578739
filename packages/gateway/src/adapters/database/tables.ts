/**
 * The tables as Kysely sees them. JSON is kept as text, so that hashes and signatures over it stay true.
 */
import type { Generated } from 'kysely';
import type { Actor } from '../../ports/dossier-store.js';

export interface DossierTable {
  id: string;
  provisional_code: string;
  official_code: string | null;
  procedure_slug: string;
  procedure_version: string;
  plan_hash: string;
  agency_code: string;
  lookup_secret_hash: string;
  /** Canonical JSON of the accepted submission. */
  submission: string;
  confirmation: string;
  submitted_at: Date;
  due_at: Date | null;
  /** Of the last event. */
  state: string;
  /** Sequence of the last event. */
  version: number;
  applicant_name: string;
  folded_names: string;
}

export interface DossierEventTable {
  dossier_id: string;
  sequence: number;
  state: string;
  at: Date;
  actor: Actor;
  note: string | null;
  move: string | null;
  account_id: string | null;
  /** As it was at the time. */
  officer_name: string | null;
  /** JSON of EventDetails. */
  details: string | null;
}

export interface DossierSubmissionTable {
  dossier_id: string;
  /** Of the event with which it came. */
  sequence: number;
  submission: string;
  confirmation: string;
}

export interface CodeSerialTable {
  agency_code: string;
  /** yyyy-mm-dd in Asia/Ho_Chi_Minh. */
  day: string;
  last: number;
}

export interface AccountTable {
  id: string;
  login: string;
  name: string;
  /** By commas. */
  roles: string;
  agency_code: string | null;
  password_hash: string;
  created_at: Date;
  disabled_at: Date | null;
}

export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: Date;
  seen_at: Date;
}

export interface AuditTable {
  id: Generated<string>;
  at: Date;
  account_id: string | null;
  agency_code: string | null;
  operation: string;
  dossier_id: string | null;
  outcome: string;
}

export interface OutboxTable {
  id: Generated<string>;
  kind: string;
  dossier_id: string;
  sequence: number;
  created_at: Date;
  due_at: Date;
  attempts: Generated<number>;
  delivered_at: Date | null;
  dead_at: Date | null;
  last_error: string | null;
  outcome: string | null;
}

export interface AlarmMarkTable {
  alarm: string;
  dossier_id: string;
  raised_at: Date;
}

export interface MailboxMessageTable {
  id: string;
  first_at: Date;
  deliveries: Generated<number>;
  /** JSON of a Message. */
  message: string;
}

export interface UploadTable {
  id: string;
  key_hash: string;
  length: number;
  created_at: Date;
  /** JSON of the attachment, once completed. */
  attachment: string | null;
  dossier_id: string | null;
}

export interface IdempotencyTable {
  scope: string;
  key: string;
  body_hash: string;
  dossier_id: string;
  answer: string;
  kept_at: Generated<Date>;
}

export interface Tables {
  dossier: DossierTable;
  dossier_event: DossierEventTable;
  upload: UploadTable;
  idempotency: IdempotencyTable;
  dossier_submission: DossierSubmissionTable;
  code_serial: CodeSerialTable;
  account: AccountTable;
  session: SessionTable;
  audit: AuditTable;
  outbox: OutboxTable;
  alarm_mark: AlarmMarkTable;
  mailbox_message: MailboxMessageTable;
}
