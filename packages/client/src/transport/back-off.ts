/** How long to wait before the next attempt: doubling, with full jitter, never past the upper end. */
export interface BackOff {
  baseDelayMs: number;
  maxDelayMs: number;
}

/**
 * @param attempt 1 before the second attempt.
 * @param random A number in [0, 1); half of each delay is fixed so that a thousand clients spread but none hurries.
 */
export function computeBackOff(attempt: number, { baseDelayMs, maxDelayMs }: BackOff, random = Math.random()): number {
  const ceiling = Math.min(maxDelayMs, baseDelayMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
