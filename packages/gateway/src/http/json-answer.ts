/**
 * Successful JSON answers and their caching.
 */
import { hashText } from '../domain/hash.js';

export const NO_STORE = 'no-store';
export const SHORT_CACHE = 'public, max-age=60';
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** @param text JSON */
export function respondWithJson(
  text: string,
  cacheControl: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(text, {
    status,
    headers: { ...headers, 'Content-Type': 'application/json', 'Cache-Control': cacheControl },
  });
}

/** Answers 304 when the client holds this text already. */
export function respondWithTaggedJson(request: Request, text: string): Response {
  const tag = `"${hashText(text).slice(0, 32)}"`;
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  if (held.includes(tag) || held.includes('*'))
    return new Response(null, { status: 304, headers: { ETag: tag, 'Cache-Control': SHORT_CACHE } });
  return respondWithJson(text, SHORT_CACHE, { ETag: tag });
}
