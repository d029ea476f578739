/**
 * What supervisors and proxies ask: does the process live, and can it work?
 */
import type { Readiness } from '../domain/check-readiness.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import type { Route } from '../http/route.js';

/** GET /healthz and /readyz. Neither says more than names of parts. */
export function healthProbeRoutes(checkReadiness: () => Promise<Readiness>): Route[] {
  return [
    {
      path: '/healthz',
      methods: { GET: () => respondWithJson(JSON.stringify({ status: 'ok' }), NO_STORE) },
    },
    {
      path: '/readyz',
      methods: {
        async GET() {
          const readiness = await checkReadiness();
          const status = readiness.status === 'ready' ? 200 : 503;
          return respondWithJson(JSON.stringify(readiness), NO_STORE, {}, status);
        },
      },
    },
  ];
}
