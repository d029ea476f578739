/** Carries tus requests over the client's own `fetch`, where a host, a test or Node brings one. It reports no progress inside a chunk. */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

export function createFetchHttpStack(fetch: typeof globalThis.fetch): HttpStack {
  return { getName: () => 'fetch', createRequest: (method, url) => createRequest(fetch, method, url) };
}

function createRequest(fetch: typeof globalThis.fetch, method: string, url: string): HttpRequest {
  const headers = new Map<string, string>();
  const controller = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => void headers.set(name, value),
    getHeader: (name) => headers.get(name),
    setProgressHandler: () => {},
    getUnderlyingObject: () => undefined,
    abort: () => {
      controller.abort();
      return Promise.resolve();
    },
    async send(body: Blob | null | undefined) {
      const response = await fetch(url, {
        method,
        headers: Object.fromEntries(headers),
        body: body ?? null,
        signal: controller.signal,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      return createResponse(response, await response.text());
    },
  };
}

function createResponse(response: Response, body: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (name) => response.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => response,
  };
}
