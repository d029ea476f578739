/**
 * The dossiers of an agency as lists.
 */
import type { Confirmation } from '@motcua/schemas';

export interface QueueQuery {
  agencyCode: string;
  states?: readonly string[];
  /** A canonical code. */
  code?: string;
  /** Folded: without marks, lower case. */
  name?: string;
  /** Not before. */
  dueFrom?: Date;
  /** Before. */
  dueBefore?: Date;
  after?: QueuePlace;
  limit: number;
}

/** The place of an entry in the order of the queue. */
export interface QueuePlace {
  /** ISO time, or `infinity` without a due date. */
  dueAt: string;
  submittedAt: string;
  id: string;
}

export interface QueueRow {
  id: string;
  provisionalCode: string;
  officialCode?: string;
  version: number;
  procedure: Confirmation['procedure'];
  applicant: string;
  state: string;
  submittedAt: Date;
  dueAt?: Date;
}

export interface QueueCounts {
  open: number;
  late: number;
  soonLate: number;
}

export interface DeskQueueStore {
  /** The earliest due date first, then the earliest sending. */
  list(query: QueueQuery): Promise<QueueRow[]>;
  /** Dossiers in one of the open states. @param soon due before that instant counts as nearly late */
  count(agencyCode: string, openStates: readonly string[], now: Date, soon: Date): Promise<QueueCounts>;
}
