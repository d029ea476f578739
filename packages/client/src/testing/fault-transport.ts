/**
 * A `fetch` with faults, for tests of whole journeys: give it to `createClient({fetch})` and say what goes wrong on the way.
 * Faults are used up in order, each by the first request that it matches; every other request passes untouched.
 */
export interface FaultTransport {
  fetch: typeof globalThis.fetch;
  /** Adds a fault to the end of the list. */
  inject(fault: Fault): void;
  /** Every request that was asked for, faulty or not. */
  readonly log: readonly LoggedRequest[];
}

export type Fault = FaultMatch &
  (
    | { kind: 'drop-before' }
    /** The gateway did its work, the answer is lost. */
    | { kind: 'drop-after' }
    | { kind: 'delay'; milliseconds: number }
    /** The request arrives twice at once; the first answer counts. */
    | { kind: 'duplicate' }
    /** What a captive portal says. */
    | { kind: 'html' }
    | { kind: 'status'; status: number; retryAfter?: number }
    /** Never answers; ends only with the caller's signal. */
    | { kind: 'hang' }
  );

export interface FaultMatch {
  method?: string;
  /** Part of the path. */
  path?: string;
  /** How many requests it strikes. Default 1. */
  times?: number;
}

export interface LoggedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  fault?: Fault['kind'];
}

export function createFaultTransport(
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): FaultTransport {
  const faults: { fault: Fault; left: number }[] = [];
  const log: LoggedRequest[] = [];

  function takeFault(request: Request): Fault | undefined {
    const found = faults.find(({ fault, left }) => left > 0 && matches(fault, request));
    if (found) found.left--;
    return found?.fault;
  }

  return {
    log,
    inject: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const fault = takeFault(request);
      log.push({
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        ...(fault ? { fault: fault.kind } : {}),
      });
      return fault ? strike(fault, fetch, request) : fetch(request);
    },
  };
}

function matches({ method, path }: FaultMatch, request: Request): boolean {
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || new URL(request.url).pathname.includes(path))
  );
}

async function strike(fault: Fault, fetch: typeof globalThis.fetch, request: Request): Promise<Response> {
  switch (fault.kind) {
    case 'drop-before':
      throw new TypeError('fetch failed');
    case 'drop-after':
      await (await fetch(request)).arrayBuffer();
      throw new TypeError('fetch failed');
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return fetch(request);
    case 'duplicate': {
      const again = request.clone();
      const [first, second] = await Promise.all([fetch(request), fetch(again)]);
      await second.arrayBuffer();
      return first;
    }
    case 'html':
      return new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'Content-Type': 'text/html' } });
    case 'status':
      return new Response(`{"type":"about:blank","title":"","code":"http.${fault.status}","status":${fault.status}}`, {
        status: fault.status,
        headers: {
          'Content-Type': 'application/problem+json',
          ...(fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }),
        },
      });
    case 'hang':
      return new Promise((_resolve, reject) => {
        const end = () => reject(new DOMException('The operation was aborted.', 'AbortError'));
        if (request.signal.aborted) end();
        request.signal.addEventListener('abort', end, { once: true });
      });
  }
}
