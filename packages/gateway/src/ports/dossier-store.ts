/**
 * Where dossiers are kept. History is only ever added to.
 */
import type { Agency, Confirmation, Dossier, Submission } from '@motcua/schemas';
import type { StateName } from '../domain/states.js';

export type Actor = Dossier['history'][number]['actor'];

export interface DossierEvent {
  /** From 1, without gaps; order is by this number, never by the clock. */
  sequence: number;
  state: StateName;
  at: Date;
  actor: Actor;
  note?: string;
}

export interface NewDossier {
  confirmation: Confirmation;
  submission: Submission;
  submittedAt: Date;
}

export interface StoredDossier {
  id: string;
  provisionalCode: string;
  officialCode?: string;
  procedure: Confirmation['procedure'];
  agency: Agency;
  submission: Submission;
  confirmation: Confirmation;
  submittedAt: Date;
  dueAt?: Date;
  /** Oldest first. */
  history: readonly DossierEvent[];
}

/** What a look-up may learn before the secret is checked. */
export interface DossierLock {
  id: string;
  code: string;
  /** SHA-256 hex of the canonical look-up secret. */
  lookupSecretHash: string;
  state: StateName;
}

export interface DossierStore {
  /** Adds the dossier and its first event; answers nothing when the provisional code is taken. */
  insert(dossier: NewDossier): Promise<string | undefined>;
  /** @param code a canonical provisional or official code */
  findLock(code: string): Promise<DossierLock | undefined>;
  read(id: string): Promise<StoredDossier>;
  /** Adds an event; answers false when another event took that sequence number first. */
  append(id: string, event: DossierEvent): Promise<boolean>;
  count(): Promise<number>;
}
