/** Requests to one gateway: JSON in, JSON or a typed error out. */
import type { ClientOptions, RetryNotice, RetryPolicy } from '../client.js';
import { attempt } from './attempt.js';
import type { GatewayClock } from './gateway-clock.js';
import { ForeignAnswerError } from '../errors/client-error.js';
import { readAnswer, type Recognize } from './read-answer.js';
import { retry } from './retry.js';

export interface Transport {
  /** Base address with a slash at its end. */
  readonly base: URL;
  readonly fetch: typeof globalThis.fetch;
  /** @throws ClientError */
  request<T>(request: GatewayRequest<T>): Promise<T>;
  /** One attempt, answered as soon as its headers are there. The body is the caller's, and so is the time limit, by the signal. */
  open(request: OpenRequest): Promise<Response>;
  readonly policy: RetryPolicy;
  /** Headers that every request carries, the token included. */
  authorize(): Promise<Record<string, string>>;
  /** Resolves an address that the gateway gave. @throws ForeignAnswerError when it leads to another origin. */
  resolve(address: string): URL;
}

export interface GatewayRequest<T> {
  method?: 'GET' | 'POST';
  /** Below the base, as `v1/health`, or an address that `resolve` gave. */
  path: string | URL;
  headers?: Record<string, string>;
  body?: unknown;
  recognize: Recognize<T>;
  /** GET always repeats; a write only when a repeat does nothing twice. */
  repeatable?: boolean;
  /** Fetch cache mode. Default `no-store`. */
  cache?: RequestCache;
  signal?: AbortSignal | undefined;
  onRetry?: ((retry: RetryNotice) => void) | undefined;
}

export interface OpenRequest {
  path: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}

export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 5,
  baseDelayMs: 500,
  maxDelayMs: 15_000,
  maxRetryAfterMs: 60_000,
};

export function createTransport(options: ClientOptions, clock: GatewayClock): Transport {
  const base = new URL(options.gateway);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const policy = { ...DEFAULT_RETRY, ...options.retry };
  const timeoutMs = options.timeoutMs ?? 30_000;
  const send: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  async function authorize(): Promise<Record<string, string>> {
    const token = await options.token?.();
    return token === undefined ? {} : { Authorization: `Bearer ${token}` };
  }

  async function once<T>(request: GatewayRequest<T>): Promise<T> {
    const headers = { Accept: 'application/json', ...(await authorize()), ...request.headers };
    return attempt(
      async (signal) => {
        const sentAt = Date.now();
        const response = await send(new URL(request.path, base), buildInit(request, headers, signal));
        // An answer from the HTTP cache carries the time at which it was stored.
        if (request.cache !== 'force-cache') clock.observe(response.headers.get('Date'), sentAt, Date.now());
        return readAnswer(response, request.recognize);
      },
      { timeoutMs, signal: request.signal },
    );
  }

  async function open({ path, headers, signal }: OpenRequest): Promise<Response> {
    const all = { Accept: 'application/x-ndjson', ...(await authorize()), ...headers };
    const sentAt = Date.now();
    const response = await send(new URL(path, base), buildInit({}, all, signal));
    clock.observe(response.headers.get('Date'), sentAt, Date.now());
    return response;
  }

  return {
    base,
    open,
    policy,
    fetch: send,
    authorize,
    request: (request) => {
      const repeatable = request.repeatable ?? (request.method ?? 'GET') === 'GET';
      return repeatable
        ? retry(() => once(request), { policy, signal: request.signal, onRetry: request.onRetry })
        : once(request);
    },
    resolve(address) {
      const below = address.startsWith('/') && !address.startsWith('//') ? `.${address}` : address;
      const resolved = new URL(below, base);
      if (resolved.origin !== base.origin) throw new ForeignAnswerError(200);
      return resolved;
    },
  };
}

function buildInit(
  { method = 'GET', body, cache = 'no-store' }: Pick<GatewayRequest<unknown>, 'method' | 'body' | 'cache'>,
  headers: Record<string, string>,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache,
    credentials: 'omit',
    mode: 'cors',
    // A redirect would carry secrets in headers elsewhere; a gateway has no reason for one.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  };
}
