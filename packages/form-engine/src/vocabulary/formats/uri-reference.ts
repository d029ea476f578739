import { isIpv6 } from './ipv6.js';

/** What a URI begins with (RFC 3986, section 3.1). */
export const SCHEME = /^[a-z][a-z\d+.-]*:/i;

const FAULT = /[^\w.~!$&'()*+,;=:@/?#[\]%-]|%(?![\da-f]{2})/i;
/** All but the scheme: authority and path, or a path that does not begin with `//`; query; fragment. Group 1: a host in brackets. */
const HIERARCHY =
  /^(?:\/\/(?:[^/?#@[\]]*@)?(?:\[([^/?#\]]*)\]|[^/?#@:[\]]*)(?::\d*)?(?:\/[^?#[\]]*)?|\/?(?:[^/?#[\]][^?#[\]]*)?)(?:\?[^#[\]]*)?(?:#[^#[\]]*)?$/;
const FUTURE_ADDRESS = /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i;

/** `uri-reference` (RFC 3986, section 4.1): a URI or a relative reference, whose first segment has no colon. */
export function isUriReference(text: string): boolean {
  const rest = text.replace(SCHEME, '');
  if (FAULT.test(text) || (rest === text && /^[^/?#]*:/.test(text))) return false;
  const match = HIERARCHY.exec(rest);
  const address = match?.[1];
  return match !== null && (address === undefined || isIpv6(address) || FUTURE_ADDRESS.test(address));
}
