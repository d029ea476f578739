/** Repeats an attempt that failed for a reason that passes. Only called for requests that are safe to repeat. */
import type { RetryNotice, RetryPolicy } from '../client.js';
import { isClientError, type ClientError } from '../errors/client-error.js';
import { computeBackOff } from './back-off.js';
import { wait } from './wait.js';

export interface RetryOptions {
  policy: RetryPolicy;
  signal?: AbortSignal | undefined;
  onRetry?: ((retry: RetryNotice) => void) | undefined;
}

const PASSING_STATUS: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Polls for the answer of a request that is still running do not use up the attempts; this many end the wait. */
const MOST_POLLS = 20;

export async function retry<T>(run: () => Promise<T>, { policy, signal, onRetry }: RetryOptions): Promise<T> {
  let polls = 0;
  for (let failures = 1; ; failures++) {
    try {
      return await run();
    } catch (error) {
      if (!isClientError(error) || !passes(error)) throw error;
      if (error.code === 'idempotency.in-flight') polls++;
      if (failures - polls >= policy.attempts || polls > MOST_POLLS) throw error;
      const asked = retryAfterMs(error);
      if (asked > policy.maxRetryAfterMs) throw error;
      const delayMs = Math.max(asked, computeBackOff(failures, policy));
      onRetry?.({ attempt: failures, delayMs, reason: error.code });
      await wait(delayMs, signal);
    }
  }
}

function passes(error: ClientError): boolean {
  if (error.kind === 'offline' || error.kind === 'timeout' || error.kind === 'foreign-answer') return true;
  // The first request with this key still runs: its answer is what we wait for.
  if (error.code === 'idempotency.in-flight') return true;
  // Slowed because the secret was wrong: waiting would only keep the person from correcting it.
  if (error.code === 'dossier.secret-throttled') return false;
  return error.kind === 'problem' && PASSING_STATUS.has(error.status);
}

function retryAfterMs(error: ClientError): number {
  const seconds = 'retryAfter' in error ? error.retryAfter : undefined;
  return (seconds ?? 0) * 1000;
}
