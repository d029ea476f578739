/** One attempt at one request: time limit, the caller's signal, and network failures as typed errors. */
import { AbortedError, OfflineError, TimeoutError, isClientError } from '../errors/client-error.js';

export interface AttemptOptions {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** The limit covers the reading of the body too: a connection may die after the headers. */
export async function attempt<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: AttemptOptions,
): Promise<T> {
  if (signal?.aborted) throw new AbortedError();
  const controller = new AbortController();
  const onAbort = () => controller.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, timeoutMs);
  try {
    return await run(controller.signal);
  } catch (error) {
    if (isClientError(error)) throw error;
    if (timedOut) throw new TimeoutError();
    if (signal?.aborted) throw new AbortedError();
    throw new OfflineError({ cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
