/**
 * The tables as Kysely sees them. JSON is kept as text, so that hashes and signatures over it stay true.
 */
import type { Generated } from 'kysely';
import type { StateName } from '../../domain/states.js';
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
}

export interface DossierEventTable {
  dossier_id: string;
  sequence: number;
  state: StateName;
  at: Date;
  actor: Actor;
  note: string | null;
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
}
