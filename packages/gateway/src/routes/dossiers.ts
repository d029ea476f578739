import { describeDossier, lookUpCompletion, openDossier } from '../domain/look-up-dossier.js';
import type { SecretThrottle } from '../domain/secret-throttle.js';
import { withdrawDossier } from '../domain/withdraw-dossier.js';
import { readIdempotencyKey, requireLookupSecret } from '../http/capability-headers.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import { readJsonBody, type BodyLimits } from '../http/json-body.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import type { Clock } from '../ports/clock.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';

export interface DossierServices {
  database: GatewayDatabase;
  throttle: SecretThrottle;
  clock: Clock;
  limits: BodyLimits;
}

/** GET /v1/dossiers/{code} and POST /v1/dossiers/{code}/withdrawal. */
export function dossierRoutes({ database, throttle, clock, limits }: DossierServices): Route[] {
  return [
    {
      path: '/v1/dossiers/:code',
      methods: {
        async GET({ request, parameters, address }) {
          const typedCode = parameters['code'] ?? '';
          const typedSecret = request.headers.get('motcua-lookup-secret');
          if (typedSecret === null)
            return respondWithJson(JSON.stringify(await lookUpCompletion(typedCode, database.dossiers)), NO_STORE);
          const { id } = await openDossier({ typedCode, typedSecret, address }, database.dossiers, throttle);
          return respondWithJson(JSON.stringify(describeDossier(await database.dossiers.read(id))), NO_STORE);
        },
      },
    },
    {
      path: '/v1/dossiers/:code/withdrawal',
      methods: {
        async POST({ request, parameters, address }) {
          const typedSecret = requireLookupSecret(request);
          const key = readIdempotencyKey(request);
          await refuseContent(request, limits);
          const { id } = await openDossier(
            { typedCode: parameters['code'] ?? '', typedSecret, address },
            database.dossiers,
            throttle,
          );
          const { dossier, replayed } = await withdrawDossier(id, key, database, clock);
          return respondWithJson(JSON.stringify(dossier), NO_STORE, replayed ? { 'Idempotency-Replayed': 'true' } : {});
        },
      },
    },
  ];
}

/** The body is empty, or an empty object. */
async function refuseContent(request: Request, limits: BodyLimits): Promise<void> {
  if (request.body === null || request.headers.get('content-type') === null) return;
  const body = await readJsonBody(request, limits);
  if (typeof body !== 'object' || body === null || Object.keys(body).length > 0)
    throw new GatewayProblem('request.malformed', { detail: 'Send no body, or {}.' });
}
