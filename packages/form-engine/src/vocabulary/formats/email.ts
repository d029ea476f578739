import { isIpv4 } from './ipv4.js';
import { isIpv6 } from './ipv6.js';
import { LDH_LABEL } from './ldh-label.js';

const ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+$/;
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;

/**
 * `email` (RFC 5321, Mailbox): a dot-string or quoted local part of at most 64 octets, then a host name or an address
 * literal. ASCII only; letters beyond are for `idn-email`.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  return isLocalPart(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

function isLocalPart(text: string): boolean {
  return QUOTED.test(text) || text.split('.').every((atom) => ATOM.test(atom));
}

function isDomain(text: string): boolean {
  const [, tag, address] = /^\[(IPv6:)?(.*)\]$/i.exec(text) ?? [];
  if (address !== undefined) return tag === undefined ? isIpv4(address) : isIpv6(address);
  return text.split('.').every((label) => LDH_LABEL.test(label));
}
