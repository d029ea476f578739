/**
 * tus 1.0: where a network lets only GET and POST through, X-HTTP-Method-Override says the method, and the one on the line counts for nothing.
 */
const METHODS: ReadonlySet<string> = new Set(['HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);

/** What no route takes. */
const UNKNOWN = 'UNKNOWN';

/** The method that an upload's request means. */
export function readMethod(request: Request): string {
  const named = request.headers.get('x-http-method-override')?.trim().toUpperCase();
  if (named === undefined || named === request.method) return request.method;
  return METHODS.has(named) ? named : UNKNOWN;
}

/** The request with the method that it means; the same request when it says none. */
export function overrideMethod(request: Request): Request {
  const method = readMethod(request);
  if (method === request.method) return request;
  const body = method === 'HEAD' ? null : request.body;
  return new Request(request.url, {
    method,
    headers: request.headers,
    signal: request.signal,
    ...(body === null ? {} : { body, duplex: 'half' as const }),
  });
}
