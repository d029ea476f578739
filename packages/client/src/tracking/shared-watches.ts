/** Shares one stream among all who watch the same dossier. */
import type { Recognize } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';
import { followDossier } from './follow-dossier.js';

export interface WatchedDossier<T> {
  path: string;
  headers: Record<string, string>;
  recognize: Recognize<T>;
}

export interface SharedWatches {
  /** Ends without an error when the signal says so. The newest state waits for a slow reader, earlier ones do not. */
  watch<T>(dossier: WatchedDossier<T>, signal?: AbortSignal): AsyncGenerator<T, void, undefined>;
}

interface Share {
  /** JSON of the last state. */
  last?: string;
  ended?: { error?: unknown };
  readonly wake: Set<() => void>;
  readonly stop: AbortController;
}

export function createSharedWatches(transport: Transport): SharedWatches {
  const shares = new Map<string, Share>();

  function join<T>(key: string, dossier: WatchedDossier<T>): Share {
    const running = shares.get(key);
    if (running) return running;
    const share: Share = { wake: new Set(), stop: new AbortController() };
    shares.set(key, share);
    const end = (ended: { error?: unknown }): void => {
      share.ended = ended;
      if (shares.get(key) === share) shares.delete(key);
      wakeAll(share);
    };
    const publish = (found: T): void => {
      const text = JSON.stringify(found);
      if (text === share.last) return;
      share.last = text;
      wakeAll(share);
    };
    followDossier(transport, { ...dossier, publish, signal: share.stop.signal }).then(
      () => end({}),
      (error: unknown) => end({ error }),
    );
    return share;
  }

  return {
    async *watch<T>(dossier: WatchedDossier<T>, signal?: AbortSignal) {
      if (signal?.aborted) return;
      const key = JSON.stringify([dossier.path, dossier.headers]);
      const share = join(key, dossier);
      let seen: string | undefined;
      let wake = (): void => undefined;
      const onWake = (): void => wake();
      share.wake.add(onWake);
      signal?.addEventListener('abort', onWake);
      try {
        while (!signal?.aborted) {
          if (share.last !== undefined && share.last !== seen) {
            seen = share.last;
            yield JSON.parse(seen) as T;
          } else if (share.ended) {
            if ('error' in share.ended) throw share.ended.error;
            return;
          } else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal?.removeEventListener('abort', onWake);
        share.wake.delete(onWake);
        if (share.wake.size === 0) {
          share.stop.abort();
          if (shares.get(key) === share) shares.delete(key);
        }
      }
    },
  };
}

function wakeAll({ wake }: Share): void {
  for (const tell of [...wake]) tell();
}
