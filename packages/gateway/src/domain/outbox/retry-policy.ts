/**
 * When a message that failed is tried again: waits that double, scattered, and an end.
 */
export interface RetryPolicy {
  /** After so many attempts the message is a dead letter. */
  attempts: number;
  /** Milliseconds before the second attempt. */
  firstWait: number;
  /** Milliseconds; no wait is longer. */
  longestWait: number;
  /** Milliseconds that a sender may take; the lease of an item is much longer. */
  sendLimit: number;
}

/** Ten attempts in about ten hours: an evening without the SMS gateway loses nothing. */
export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 10,
  firstWait: 60_000,
  longestWait: 4 * 3_600_000,
  sendLimit: 10_000,
};

/**
 * @param attempts made so far
 * @param scatter from 0 to 1; messages that failed together come back apart
 * @returns milliseconds to wait, from half of the wait to the whole; nothing when it is given up
 */
export function computeWait(attempts: number, policy: RetryPolicy, scatter: number): number | undefined {
  if (attempts >= policy.attempts) return undefined;
  const wait = Math.min(policy.longestWait, policy.firstWait * 2 ** (attempts - 1));
  return Math.round(wait * (0.5 + scatter / 2));
}
