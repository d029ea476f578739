/**
 * What must leave the house: written with the change it tells of, taken from here by senders.
 */

/** `notice`: the applicant is to be told of a step. `supplement-warning`: the time for a supplement is about to pass. */
export type OutboxKind = 'notice' | 'supplement-warning';

/** Why an item is done: sent; nobody to send to; the gateway sends nothing; the dossier went on, so that it says nothing true any more. */
export type OutboxOutcome = 'sent' | 'no-address' | 'no-sender' | 'superseded';

export interface OutboxItem {
  id: number;
  kind: OutboxKind;
  dossierId: string;
  /** Of the step in the dossier's history. */
  sequence: number;
  createdAt: Date;
  /** Begun so far, this one among them. */
  attempts: number;
}

/** A message that was given up. */
export interface DeadItem extends OutboxItem {
  /** Of the dossier. */
  code: string;
  deadAt: Date;
  error?: string;
}

export interface OutboxMeasure {
  open: number;
  dead: number;
  /** Open, and failed at least that often. */
  failing: number;
  /** When the first of the failing was written. */
  failingSince?: Date;
  /** When the first of the dead was given up. */
  deadSince?: Date;
  /** When the first of the open was written. */
  openSince?: Date;
}

export interface OutboxStore {
  /** Adds an item; a step has one item of a kind. Answers false when it was there. */
  add(item: Pick<OutboxItem, 'kind' | 'dossierId' | 'sequence'>, at: Date): Promise<boolean>;
  /**
   * Takes open items that are due, oldest first, and lets nobody else have them until the lease ends; those that another sender is taking are
   * passed over. The messages of one dossier leave in their order: an item waits for the open ones before it.
   */
  lease(limit: number, now: Date, until: Date): Promise<OutboxItem[]>;
  markDelivered(id: number, at: Date, outcome: OutboxOutcome): Promise<void>;
  /** @param retryAt absent: no more attempts, a dead letter. @param error a code, never a text with data */
  markFailed(id: number, error: string, at: Date, retryAt?: Date): Promise<void>;
  count(): Promise<{ open: number; dead: number }>;
  /** @param agencyCode absent: of every agency. @param failingAttempts from how many attempts on an open item counts as failing */
  measure(failingAttempts: number, agencyCode?: string): Promise<OutboxMeasure>;
  /** Done so far, by outcome. */
  countOutcomes(): Promise<Partial<Record<OutboxOutcome, number>>>;
  /** The latest first. */
  listDead(limit: number, agencyCode?: string): Promise<DeadItem[]>;
  /** Opens a dead letter anew; of an item that is open already nothing changes. Answers false when there is none of that agency. */
  replay(id: number, now: Date, agencyCode?: string): Promise<boolean>;
  /** Opens every dead letter anew; answers how many. */
  replayDead(now: Date): Promise<number>;
}
