/** When the page is put away and comes back: a page that nobody sees holds no stream, and one with a stream is not kept for going back. */
export interface PageLife {
  /** Resolves at once unless the page is put away; else when it comes back or the signal says so. */
  whenShown(signal: AbortSignal): Promise<void>;
  /** Calls back when the page is put away, until the function that comes back is called. */
  onHide(listener: () => void): () => void;
  stop(): void;
}

/** Node and workers have no such events: there it is always shown. */
export function watchPageLife(): PageLife {
  const page = (globalThis as Partial<EventTarget>).addEventListener ? globalThis : undefined;
  const end = new AbortController();
  let hidden = false;
  page?.addEventListener('pagehide', () => (hidden = true), { signal: end.signal });
  page?.addEventListener('pageshow', () => (hidden = false), { signal: end.signal });
  return {
    whenShown: (signal) =>
      new Promise((resolve) => {
        if (!hidden || signal.aborted) return void resolve();
        page?.addEventListener('pageshow', () => resolve(), { once: true, signal: end.signal });
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    onHide(listener) {
      page?.addEventListener('pagehide', listener);
      return () => page?.removeEventListener('pagehide', listener);
    },
    stop: () => end.abort(),
  };
}
