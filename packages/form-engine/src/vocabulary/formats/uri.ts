import { isUriReference, SCHEME } from './uri-reference.js';

/** `uri` (RFC 3986): begins with a scheme, has allowed characters only. */
export function isUri(text: string): boolean {
  return SCHEME.test(text) && isUriReference(text);
}
