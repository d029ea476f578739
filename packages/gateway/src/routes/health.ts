import type { JudgeCounts } from '../domain/judge-counts.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import type { Route } from '../http/route.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';

/** GET /v1/health: fails with 503 when nothing can be stored; counts how engine and second judge got on. */
export function healthRoute(database: GatewayDatabase, counts: Readonly<JudgeCounts>, version: string): Route {
  return {
    path: '/v1/health',
    methods: {
      async GET() {
        await database.check();
        return respondWithJson(JSON.stringify({ status: 'ok', version, secondOpinions: counts }), NO_STORE);
      },
    },
  };
}
