/** How long a transfer will still take, from what has gone through since it began. */
export interface ProgressEstimate {
  /** Seconds; absent until enough has passed to tell. */
  observe(sentBytes: number, totalBytes: number): number | undefined;
}

/** Milliseconds of sending before the first estimate is worth showing. */
const SETTLE_MS = 2_000;

export function createProgressEstimate(now: () => number = Date.now): ProgressEstimate {
  let first: { at: number; sentBytes: number } | undefined;
  return {
    observe(sentBytes, totalBytes) {
      // After a resumption the bytes that were there before say nothing about the line.
      if (!first || sentBytes < first.sentBytes) first = { at: now(), sentBytes };
      const elapsed = now() - first.at;
      const gone = sentBytes - first.sentBytes;
      if (elapsed < SETTLE_MS || gone <= 0) return undefined;
      return Math.max(0, Math.ceil(((totalBytes - sentBytes) * elapsed) / gone / 1000));
    },
  };
}
