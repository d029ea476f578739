/** The dossiers that a citizen chose to remember on this device: code and secret, sealed like the drafts, and how each stood when last seen. */
import type { Dossier, DossierState, LocalizedText } from '@motcua/schemas';
import type { BrokenDraft, DraftChange, Persistence } from '../drafts/draft-store.js';
import type { Unsubscribe } from '../readable.js';

/** One remembered dossier. It holds no answer and no name of anybody. */
export interface MyDossier {
  /** Random; says nothing. */
  id: string;
  /** Official once there is one, else provisional. */
  code: string;
  provisionalCode: string;
  /** Canonical look-up secret. */
  secret: string;
  title: LocalizedText;
  state: DossierState;
  /** ISO 8601 instants. */
  dueAt?: string;
  /** When the gateway last said so. */
  seenAt: string;
}

export interface MyDossierList {
  /** The one remembered last comes first. */
  dossiers: readonly MyDossier[];
  /** There, but sealed with a key that is gone: nothing of it can be read any more. */
  broken: readonly BrokenDraft[];
}

/** What is remembered of a dossier: of its confirmation, or of the dossier itself. */
export type Remembered = Pick<Dossier, 'provisionalCode' | 'state'> & {
  procedure: Pick<Dossier['procedure'], 'title'>;
} & Partial<Pick<Dossier, 'code' | 'dueAt'>>;

export interface MyDossiers {
  /** Where they are kept; never rejects. */
  persistence(): Promise<Persistence>;
  /** Remembers a dossier, or brings the one that is remembered up to date. Ask for consent first. @throws StorageError */
  keep(dossier: Remembered, secret: string): Promise<MyDossier>;
  /** Brings a dossier up to date if it is remembered. @throws StorageError */
  note(dossier: Remembered): Promise<void>;
  /** @throws StorageError */
  list(): Promise<MyDossierList>;
  /** By the official or the provisional code, as typed. */
  find(code: string): Promise<MyDossier | undefined>;
  /** Forgets one; forgetting what is gone is no error. */
  forget(id: string): Promise<void>;
  forgetAll(): Promise<void>;
  /** Changes by this tab and by others. */
  subscribe(listener: (change: DraftChange) => void): Unsubscribe;
}
