import { AbortedError } from '../errors/client-error.js';
import { wait } from '../transport/wait.js';

export interface LineWait {
  /** Resolves after the time, when the browser comes online, or on `hurry`. @throws AbortedError */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Ends the present wait. */
  hurry(): void;
}

export function createLineWait(): LineWait {
  let hurry = () => {};
  return {
    hurry: () => hurry(),
    async wait(milliseconds, signal) {
      const early = new AbortController();
      hurry = () => early.abort();
      const onAbort = () => early.abort();
      signal.addEventListener('abort', onAbort);
      // Node and workers without the event have the timer alone.
      const target = (globalThis as Partial<EventTarget>).addEventListener ? globalThis : undefined;
      target?.addEventListener('online', hurry);
      try {
        await wait(milliseconds, early.signal);
      } catch {
        if (signal.aborted) throw new AbortedError();
      } finally {
        signal.removeEventListener('abort', onAbort);
        target?.removeEventListener('online', hurry);
        hurry = () => {};
      }
    },
  };
}
