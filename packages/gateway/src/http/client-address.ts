/**
 * Tells from which address a request came, through proxies that the operator trusts and no others.
 */
import { BlockList, isIP } from 'node:net';

/** @param trusted addresses or CIDR ranges, as `10.0.0.0/8` */
export function createAddressReader(
  trusted: readonly string[],
): (request: Request, remote: string | undefined) => string {
  const proxies = new BlockList();
  for (const entry of trusted) addProxy(proxies, entry);
  return (request, remote) => {
    if (remote === undefined) return 'in-process';
    const hops = (request.headers.get('x-forwarded-for') ?? '')
      .split(',')
      .map((hop) => hop.trim())
      .filter((hop) => isIP(hop) !== 0);
    let address = plain(remote);
    while (hops.length > 0 && isTrusted(proxies, address)) address = plain(hops.pop() as string);
    return address;
  };
}

/** @param entries addresses or CIDR ranges */
export function createAddressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) addProxy(list, entry);
  return (address) => isTrusted(list, address);
}

function addProxy(proxies: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/');
  const version = isIP(address);
  if (version === 0) throw new TypeError(`"${entry}" is no IP address or CIDR range`);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (prefix === undefined) proxies.addAddress(address, family);
  else proxies.addSubnet(address, Number(prefix), family);
}

function isTrusted(proxies: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address mapped into IPv6 is the IPv4 address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
