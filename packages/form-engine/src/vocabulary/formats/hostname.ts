import { toAsciiName } from './idna/to-ascii-name.js';

/**
 * `hostname` (RFC 1123, section 2.1): labels of ASCII letters, digits and inner hyphens, at most 63 each and 253 in all.
 * A label that begins with `xn--` has to be a true A-label (RFC 5890, section 2.3.2.1).
 */
export function isHostname(text: string): boolean {
  return !/[^\w.-]/.test(text) && toAsciiName(text) !== undefined;
}
