/**
 * Every limit of a gateway, with sample values.
 */
import { DEFAULT_WATCH_LIMITS, type WatchLimits } from './domain/changes/watch-seats.js';
import type { ThrottleLimits } from './domain/secret-throttle.js';
import type { BodyLimits } from './http/json-body.js';
import { DEFAULT_RATES, type RateLimits } from './http/limit-rate.js';
import { DEFAULT_UPLOAD_LIMITS } from './open-uploads.js';
import type { UploadLimits } from './routes/uploads.js';

export interface GatewayLimits {
  submission: BodyLimits;
  uploads: UploadLimits;
  secrets: ThrottleLimits;
  /** Streams of changes. */
  watches: WatchLimits;
  /** Milliseconds for the second judge. */
  judgeTime: number;
  /** Requests of an address and of a session. */
  rates: RateLimits;
}

/** Limits that differ from the sample; those of uploads and rates may be named one by one. */
export type LimitOptions = Partial<Omit<GatewayLimits, 'uploads' | 'rates'>> & {
  uploads?: Partial<UploadLimits>;
  rates?: Partial<RateLimits>;
};

/** Sample configuration; an operator sets what the province promises. */
export const DEFAULT_LIMITS: GatewayLimits = {
  submission: { maxBytes: 512 * 1024, maxDepth: 32 },
  uploads: DEFAULT_UPLOAD_LIMITS,
  secrets: { perCode: 10, perAddress: 50, windowSeconds: 900 },
  watches: DEFAULT_WATCH_LIMITS,
  judgeTime: 2_000,
  rates: DEFAULT_RATES,
};

export function completeLimits(options: LimitOptions = {}): GatewayLimits {
  return {
    ...DEFAULT_LIMITS,
    ...options,
    uploads: { ...DEFAULT_LIMITS.uploads, ...options.uploads },
    rates: { ...DEFAULT_LIMITS.rates, ...options.rates },
  };
}
