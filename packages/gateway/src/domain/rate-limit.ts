/**
 * Token buckets: each name may spend what has gathered in its bucket, which fills at a steady pace up to a brim.
 */
export interface RateLimit {
  /** Requests that may come at once. */
  burst: number;
  /** Requests that come back each minute. */
  perMinute: number;
}

interface Bucket {
  tokens: number;
  /** Milliseconds of the clock. */
  filledAt: number;
}

const MAX_BUCKETS = 50_000;

export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds of a clock that never goes back, as that of the process */
  constructor(limit: RateLimit, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes one token; answers 0, or the seconds until there is one. */
  take(name: string): number {
    const bucket = this.#fill(name);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / this.#limit.perMinute));
  }

  #fill(name: string): Bucket {
    const now = this.#now();
    const { burst, perMinute } = this.#limit;
    const known = this.#buckets.get(name);
    const tokens = known ? known.tokens + ((now - known.filledAt) * perMinute) / 60_000 : burst;
    const bucket = { tokens: Math.min(burst, tokens), filledAt: now };
    // A Map keeps insertion order, so the first entry is the one that was used longest ago: it is full again, or nearly.
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= MAX_BUCKETS) break;
      this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
