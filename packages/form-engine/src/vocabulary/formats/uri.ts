const URI = /^[a-z][a-z0-9+.-]*:(?:\/\/([^/?#]*)(\/[^?#]*|)|\/?[^/?#][^?#]*|\/|)(?:\?[^#]*)?(?:#[^#]*)?$/iu;
const CHARACTERS = /^(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/iu;

/** `uri` (RFC 3986): absolute, with a scheme, of allowed characters only. */
export function isUri(text: string): boolean {
  if (!CHARACTERS.test(text)) return false;
  const match = URI.exec(text);
  return match !== null && (match[1] === undefined ? !/[[\]]/u.test(text) : isAuthority(match[1], text));
}

function isAuthority(authority: string, text: string): boolean {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[[\]]/u.test(authority.slice(0, authority.length - host.length))) return false;
  const after = text.slice(text.indexOf(authority) + authority.length);
  if (/[[\]]/u.test(after)) return false;
  return /^(?:\[[0-9a-f:.v]+\]|[^[\]:]*)(?::\d*)?$/iu.test(host);
}
