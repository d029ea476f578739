/**
 * Dossiers in the order in which an agency received them.
 */
import type { Confirmation } from '@motcua/schemas';

export interface RegisterQuery {
  agencyCode: string;
  /** Received not before. */
  from: Date;
  /** Received before. */
  before: Date;
  /** Rows that were read already. */
  after: number;
  limit: number;
}

export interface ReceivedDossier {
  code: string;
  procedure: Confirmation['procedure'];
  applicant: string;
  receivedAt: Date;
  dueAt?: Date;
  completedAt?: Date;
  returnedAt?: Date;
  state: string;
}

export interface RegisterStore {
  list(query: RegisterQuery): Promise<ReceivedDossier[]>;
}
