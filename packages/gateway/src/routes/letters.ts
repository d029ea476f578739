import { readLetter } from '../domain/letters/read-letter.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import type { Route } from '../http/route.js';
import { openWithSecret, type DossierServices } from './dossiers.js';

/** GET /v1/dossiers/{code}/letters/{sequence}: for whoever has the secret. */
export function letterRoute(services: DossierServices): Route {
  return {
    path: '/v1/dossiers/:code/letters/:sequence',
    methods: {
      async GET(context) {
        const stored = await services.submission.database.dossiers.read(await openWithSecret(context, services));
        const letter = readLetter(stored, context.parameters['sequence'] ?? '');
        return respondWithJson(JSON.stringify(letter), NO_STORE);
      },
    },
  };
}
