/**
 * Slows whoever asks too often, by address and, at the desk, by session.
 */
import { BlockList } from 'node:net';
import { RateLimiter, type RateLimit } from '../domain/rate-limit.js';
import type { Log } from './log.js';
import { GatewayProblem } from './problem.js';

export interface RateLimits {
  /** Whole offices and mobile networks stand behind one address. */
  perAddress: RateLimit;
  /** One officer's page at the desk. */
  perSession: RateLimit;
}

/** Sample configuration: a busy office of 60 places behind one address. */
export const DEFAULT_RATES: RateLimits = {
  perAddress: { burst: 3_000, perMinute: 1_800 },
  perSession: { burst: 600, perMinute: 600 },
};

/** What watches over the gateway must be answered when it is busiest. */
const UNLIMITED: ReadonlySet<string> = new Set(['/v1/health', '/healthz', '/readyz', '/metrics']);

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** @throws GatewayProblem `rate.limited` */
export type LimitRequest = (request: Request, path: string, address: string) => void;

/**
 * An address of this machine is nobody's in particular: a call in process, or a proxy that TRUSTED_PROXIES does not name. The latter is said once in the log.
 */
export function createRequestLimit(limit: RateLimit, log: Log): LimitRequest {
  const limiter = new RateLimiter(limit);
  let hasWarned = false;
  return (request, path, address) => {
    if (UNLIMITED.has(path)) return;
    if (!isOwnMachine(address)) return refuseWait(limiter.take(groupAddress(address)));
    if (hasWarned || !request.headers.has('x-forwarded-for')) return;
    hasWarned = true;
    log('warn', { event: 'proxy-undeclared' });
  };
}

/** @throws GatewayProblem `rate.limited` */
export function refuseWait(seconds: number): void {
  if (seconds > 0) throw new GatewayProblem('rate.limited', { headers: { 'Retry-After': String(seconds) } });
}

function isOwnMachine(address: string): boolean {
  return address === 'in-process' || LOOPBACK.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}

/** Whoever has one IPv6 address has 2^64: the network of 64 bits counts as one. */
function groupAddress(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
