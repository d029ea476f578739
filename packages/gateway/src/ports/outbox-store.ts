/**
 * What must leave the house: written with the change it tells of, taken from here by senders.
 */
export interface OutboxItem {
  id: number;
  /** `notice`: the applicant is to be told of a step. */
  kind: string;
  dossierId: string;
  /** Of the step in the dossier's history. */
  sequence: number;
  attempts: number;
}

export interface OutboxStore {
  /** Adds an item; a step has one item of a kind. */
  add(item: Pick<OutboxItem, 'kind' | 'dossierId' | 'sequence'>, at: Date): Promise<void>;
  /** Open items that are due, oldest first, locked until the transaction ends; those that another sender holds are passed over. */
  take(limit: number, now: Date): Promise<OutboxItem[]>;
  markDelivered(id: number, at: Date): Promise<void>;
  /** @param retryAt absent: no more attempts, a dead letter. @param error a code, never a text with data */
  markFailed(id: number, error: string, at: Date, retryAt?: Date): Promise<void>;
  count(): Promise<{ open: number; dead: number }>;
}
