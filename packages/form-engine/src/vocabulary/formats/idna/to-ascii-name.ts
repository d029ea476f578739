/**
 * The host names of IDNA 2008: labels are read, judged one by one and together, and written in ASCII.
 */
import { LDH_LABEL } from '../ldh-label.js';
import { meetsBidiRule } from './bidi-rule.js';
import { decodePunycode, encodePunycode } from './punycode.js';
import { isULabel } from './u-label.js';

/** A label in both forms. */
interface Label {
  ascii: string;
  unicode: string;
}

/** More UTF-16 units than a name of 253 octets can have: a longer text is refused before any work. */
const LONGEST = 506;

/**
 * A host name in ASCII and small letters (RFC 5891, section 4), or undefined when a label is not one, is longer than 63
 * octets, breaks the Bidi rule, or all together are longer than 253.
 */
export function toAsciiName(name: string): string | undefined {
  if (name.length > LONGEST) return undefined;
  const labels: Label[] = [];
  for (const text of name.split(/[.\u3002\uff0e\uff61]/)) {
    const label = LDH_LABEL.test(text) ? readAscii(text.toLowerCase()) : readUnicode(text);
    if (label === undefined) return undefined;
    labels.push(label);
  }
  const ascii = labels.map((label) => label.ascii).join('.');
  return ascii.length <= 253 && meetsBidiRule(labels.map((label) => label.unicode)) ? ascii : undefined;
}

function readAscii(ascii: string): Label | undefined {
  if (!ascii.startsWith('xn--')) return { ascii, unicode: ascii };
  const unicode = decodePunycode(ascii.slice(4));
  return unicode !== undefined && isULabel(unicode) ? { ascii, unicode } : undefined;
}

function readUnicode(unicode: string): Label | undefined {
  if (!isULabel(unicode)) return undefined;
  const ascii = `xn--${encodePunycode(unicode)}`;
  return ascii.length <= 63 ? { ascii, unicode } : undefined;
}
