import { respondWithJson, SHORT_CACHE } from '../http/json-answer.js';
import type { Route } from '../http/route.js';
import type { SigningKeys } from '../ports/signing-keys.js';

/** GET /v1/keys: the JWKS that confirmations are verified with. */
export function keysRoute(keys: SigningKeys): Route {
  return {
    path: '/v1/keys',
    methods: { GET: () => respondWithJson(JSON.stringify({ keys: keys.publish() }), SHORT_CACHE) },
  };
}
