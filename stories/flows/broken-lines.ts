/** Lines to the gateway that break at one kind of request; every other request goes through. */

type Fetch = typeof globalThis.fetch;
type Matches = (request: { method: string; path: string }) => boolean;

export const isSending: Matches = ({ method, path }) => method === 'POST' && path.endsWith('/dossiers');
export const isUploading: Matches = ({ method, path }) => path.includes('/v1/uploads') && method === 'PATCH';
export const isAnything: Matches = () => true;

/** Fails as a browser does without a network. */
export function cutLine(matches: Matches): Fetch {
  return breakLine(matches, () => Promise.reject(new TypeError('Failed to fetch')));
}

/** Answers nothing until the request is given up. */
export function stallLine(matches: Matches): Fetch {
  return breakLine(
    matches,
    (signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      }),
  );
}

function breakLine(matches: Matches, broken: (signal: AbortSignal | null | undefined) => Promise<Response>): Fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    return matches({ method, path: url.pathname }) ? broken(init?.signal) : fetch(input, init);
  };
}
