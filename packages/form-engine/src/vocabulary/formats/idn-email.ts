import { isEmail } from './email.js';
import { toAsciiName } from './idna/to-ascii-name.js';

/**
 * `idn-email` (RFC 6531): an `email` whose local part may have any letters, counted in octets of UTF-8, and whose domain
 * may be an `idn-hostname`, in any normal form.
 */
export function isIdnEmail(text: string): boolean {
  if (text.length > 1000) return false;
  const at = text.lastIndexOf('@') + 1;
  const domain = text.slice(at).normalize('NFC');
  return isEmail(writeAscii(text.slice(0, at)) + (toAsciiName(domain) ?? domain));
}

/** One ASCII letter for each octet of a letter beyond ASCII, except after the backslash of a quoted pair. */
function writeAscii(text: string): string {
  return text.replace(/\\[^]|[\x80-\ud7ff\ue000-\u{10ffff}]/gu, (found) =>
    found.startsWith('\\') ? found : 'a'.repeat(encodeURIComponent(found).length / 3),
  );
}
