import { isIpv4 } from './ipv4.js';

/** `ipv6` (RFC 4291, section 2.2): eight groups, `::` for one or more of them, the last two also as an IPv4 address. */
export function isIpv6(text: string): boolean {
  const tail = text.lastIndexOf(':') + 1;
  const halves = (isIpv4(text.slice(tail)) ? `${text.slice(0, tail)}0:0` : text).split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const fits = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return fits && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}
