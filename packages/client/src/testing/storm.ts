/**
 * A `fetch` in bad weather, for load runs: every request may be lost, doubled, held back or answered by a wrong clock, as a seed decides.
 * For a single fault at a known request, see `createFaultTransport`.
 */
export interface Storm {
  fetch: typeof globalThis.fetch;
  /** How often each fault struck. */
  readonly counts: Readonly<Record<StormFault, number>>;
  /** Resolves when no copy is on its way any more. */
  calm(): Promise<void>;
}

export type StormFault =
  /** Lost on the way there. */
  | 'drop-before'
  /** The gateway did its work, the answer is lost. */
  | 'drop-after'
  /** Arrives twice at once. */
  | 'duplicate'
  /** A copy arrives again later, after whatever was sent meanwhile. */
  | 'late-copy'
  | 'delay-before'
  | 'delay-after'
  /** The answer carries the time of another day. */
  | 'skewed-clock';

export interface StormOptions {
  fetch: typeof globalThis.fetch;
  /** A number from 0 to 1, 1 excluded. */
  random(): number;
  /** Share of the requests that each fault strikes. */
  shares?: Readonly<Partial<Record<StormFault, number>>>;
  /** Most milliseconds that a request or an answer is held back. */
  maxDelay?: number;
}

const SHARES: Readonly<Record<StormFault, number>> = {
  'drop-before': 0.08,
  'drop-after': 0.08,
  duplicate: 0.05,
  'late-copy': 0.05,
  'delay-before': 0.1,
  'delay-after': 0.1,
  'skewed-clock': 0.2,
};
const TWO_DAYS = 2 * 24 * 3_600_000;

export function createStorm({ fetch, random, shares = {}, maxDelay = 50 }: StormOptions): Storm {
  const all = { ...SHARES, ...shares };
  const counts = Object.fromEntries(Object.keys(all).map((fault) => [fault, 0])) as Record<StormFault, number>;
  const underWay = new Set<Promise<unknown>>();
  const strikes = (fault: StormFault): boolean => {
    if (random() >= all[fault]) return false;
    counts[fault] += 1;
    return true;
  };
  const hold = (most: number) => new Promise((resolve) => setTimeout(resolve, random() * most));
  /** A copy that fails is nobody's concern; one that is late knows nothing of the caller's patience. */
  const copy = (request: Request, after: Promise<unknown>): void => {
    const sent = after
      .then(() => fetch(new Request(request, { signal: null })))
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined)
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
  };

  return {
    counts,
    async calm() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      if (strikes('delay-before')) await hold(maxDelay);
      if (strikes('drop-before')) throw new TypeError('fetch failed');
      if (strikes('duplicate')) copy(request.clone(), Promise.resolve());
      if (strikes('late-copy')) copy(request.clone(), hold(maxDelay * 40));
      const answer = await fetch(request);
      if (strikes('delay-after')) await hold(maxDelay);
      if (strikes('drop-after')) {
        await answer.arrayBuffer();
        throw new TypeError('fetch failed');
      }
      return strikes('skewed-clock') ? skew(answer, random) : answer;
    },
  };
}

function skew(answer: Response, random: () => number): Response {
  const date = Date.parse(answer.headers.get('Date') ?? '');
  if (Number.isNaN(date)) return answer;
  const headers = new Headers(answer.headers);
  headers.set('Date', new Date(date + (random() * 2 - 1) * TWO_DAYS).toUTCString());
  return new Response(answer.body, { status: answer.status, headers });
}
