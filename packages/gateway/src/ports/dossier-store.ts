/**
 * Where dossiers are kept. History is only ever added to.
 */
import type { Agency, Attachment, Confirmation, Dossier, Submission, SupplementItem } from '@motcua/schemas';
import type { IssuedLetter } from '../domain/letters/write-letter.js';
import type { DueDateRule } from '../domain/time/due-date.js';

export type Actor = Dossier['history'][number]['actor'];

export interface DossierEvent {
  /** From 1, without gaps; order is by this number, never by the clock. */
  sequence: number;
  /** One of the ten, or the label of a state that this version does not know. */
  state: string;
  at: Date;
  actor: Actor;
  move?: string;
  officer?: { accountId: string; name: string };
  note?: string;
  details?: EventDetails;
}

/** What a step says beyond its state. */
export interface EventDetails {
  /** Of a reception: the rule by which the due date is computed from then on. */
  rule?: DueDateRule;
  /** Of a request for a supplement. */
  items?: readonly SupplementItem[];
  /** Of an apology: the new date. */
  dueOn?: string;
  /** Of an edit or a supplement: pointers of the answers that changed. */
  changed?: readonly string[];
  /** Of a completion. */
  results?: readonly Attachment[];
  /** The letter that was issued with the step, signed. */
  letter?: IssuedLetter;
}

/** What a step changes beside the history. */
export interface DossierChange {
  officialCode?: string;
  /** null: there is none now. */
  dueAt?: Date | null;
  /** Answers sent anew; every earlier sending is kept. */
  resubmission?: { submission: Submission; confirmation: Confirmation; names: DossierNames };
}

/** Names in the answers, for the desk. */
export interface DossierNames {
  applicant: string;
  /** Every person's name, without marks, in lower case, one a line. */
  folded: string;
}

export interface NewDossier {
  confirmation: Confirmation;
  submission: Submission;
  submittedAt: Date;
  names: DossierNames;
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
  /** Who is named first in the answers. */
  applicant: string;
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
  state: string;
  agencyCode: string;
}

export interface DossierStore {
  /** Adds the dossier, its first event and a notice of it; answers nothing when the provisional code is taken. */
  insert(dossier: NewDossier): Promise<string | undefined>;
  /** @param code a canonical provisional or official code */
  findLock(code: string): Promise<DossierLock | undefined>;
  read(id: string): Promise<StoredDossier>;
  /** Version by id: the number of steps so far. Ids that there are not are left out. */
  readVersions(ids: readonly string[]): Promise<Map<string, number>>;
  /** Adds an event and a notice of it, and makes the change; answers false when another event took that sequence number first. */
  append(id: string, event: DossierEvent, change?: DossierChange): Promise<boolean>;
  count(): Promise<number>;
}
