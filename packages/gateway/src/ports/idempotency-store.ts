/**
 * Makes a state-changing request happen at most once for each key. Only committed 2xx answers are kept, for as long as their dossier lives.
 */
import type { GatewayTransaction } from './gateway-database.js';

export interface IdempotentRequest {
  /** What the key belongs to: the operation, and its target where it has one. */
  scope: string;
  key: string;
  /** SHA-256 hex over the RFC 8785 form of the body. */
  bodyHash: string;
}

export interface KeptAnswer {
  dossierId: string;
  /** JSON text of the answer, or of what it is rebuilt from. */
  body: string;
}

export type IdempotentOutcome =
  | { kind: 'done'; answer: KeptAnswer }
  | { kind: 'replayed'; answer: KeptAnswer }
  | { kind: 'in-flight' }
  | { kind: 'key-reused' };

export interface IdempotencyStore {
  /**
   * Replays the kept answer, or prepares (outside the transaction, may throw a refusal: the key stays free) and commits work and answer as one.
   */
  once<Prepared>(
    request: IdempotentRequest,
    prepare: () => Promise<Prepared>,
    commit: (transaction: GatewayTransaction, prepared: Prepared) => Promise<KeptAnswer>,
  ): Promise<IdempotentOutcome>;
}
