/**
 * The desk's session cookie: no script reads it, no other site sends it.
 */

/** `host`: HTTPS only, the __Host- prefix keeps other hosts from setting it. `plain`: http on this machine alone. */
export type CookieKind = 'host' | 'plain';

const NAMES: Readonly<Record<CookieKind, string>> = { host: '__Host-motcua-desk', plain: 'motcua-desk' };
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token in the request's cookies. */
export function readSessionCookie(request: Request, kind: CookieKind): string | undefined {
  const prefix = `${NAMES[kind]}=`;
  const pair = (request.headers.get('cookie') ?? '').split(/;\s*/).find((entry) => entry.startsWith(prefix));
  const token = pair?.slice(prefix.length);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** @param token absent: takes the cookie away */
export function writeSessionCookie(kind: CookieKind, token?: string): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(kind === 'host' ? ['Secure'] : [])];
  return [`${NAMES[kind]}=${token ?? ''}`, ...attributes, ...(token === undefined ? ['Max-Age=0'] : [])].join('; ');
}
