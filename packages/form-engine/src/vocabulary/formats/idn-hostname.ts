import { toAsciiName } from './idna/to-ascii-name.js';

/**
 * `idn-hostname` (RFC 5890 to 5893): a host name whose labels may also be U-labels, as in `ví-dụ.vn`. Letters are in
 * normal form C and small; the full stops of East Asian scripts separate labels too.
 */
export function isIdnHostname(text: string): boolean {
  return toAsciiName(text) !== undefined;
}
