/**
 * GET /metrics, for whom the operator names: by address, or by a token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createAddressList } from '../http/client-address.js';
import { NO_STORE } from '../http/json-answer.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteContext } from '../http/route.js';

export interface MetricsAccess {
  /** Addresses or CIDR ranges that ask straight, through no proxy. */
  addresses?: readonly string[];
  token?: string;
}

const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
/** A proxy that answers for everybody has one address. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Where nobody is named there are no metrics. */
export function metricsRoute({ addresses = [], token }: MetricsAccess, write: () => Promise<string>): Route {
  const isListed = createAddressList(addresses);
  const isNear = ({ request, address }: RouteContext): boolean =>
    isListed(address) && !PROXY_HEADERS.some((name) => request.headers.has(name));
  const isKnown = ({ request }: RouteContext): boolean =>
    token !== undefined && isEqual(request.headers.get('authorization') ?? '', `Bearer ${token}`);
  return {
    path: '/metrics',
    methods: {
      async GET(context) {
        if (addresses.length === 0 && token === undefined) throw new GatewayProblem('request.not-found');
        if (!isNear(context) && !isKnown(context)) throw new GatewayProblem('metrics.refused');
        return new Response(await write(), { headers: { 'Cache-Control': NO_STORE, 'Content-Type': OPEN_METRICS } });
      },
    },
  };
}

/** Takes as long for any wrong token. */
function isEqual(given: string, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
