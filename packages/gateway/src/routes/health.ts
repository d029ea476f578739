import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import type { Route } from '../http/route.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';

/** GET /v1/health: fails with 503 when nothing can be stored. */
export function healthRoute(database: GatewayDatabase, version: string): Route {
  const body = JSON.stringify({ status: 'ok', version });
  return {
    path: '/v1/health',
    methods: {
      async GET() {
        await database.check();
        return respondWithJson(body, NO_STORE);
      },
    },
  };
}
