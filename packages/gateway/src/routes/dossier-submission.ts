import { normaliseTexts } from '../domain/intake.js';
import { submitDossier, type SubmissionServices } from '../domain/submit-dossier.js';
import { readIdempotencyKey, readUploadKey } from '../http/capability-headers.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import { readJsonBody, type BodyLimits } from '../http/json-body.js';
import type { Route } from '../http/route.js';
import type { WireValidator } from '../http/wire-validator.js';

/** POST /v1/procedures/{sector}/{name}/dossiers. */
export function dossierSubmissionRoute(services: SubmissionServices, wire: WireValidator, limits: BodyLimits): Route {
  return {
    path: '/v1/procedures/:sector/:name/dossiers',
    methods: {
      async POST({ request, parameters }) {
        const key = readIdempotencyKey(request);
        const submission = wire.readSubmission(normaliseTexts(await readJsonBody(request, limits)));
        const slug = `${parameters['sector'] ?? ''}/${parameters['name'] ?? ''}`;
        const { confirmation, replayed } = await submitDossier(
          { slug, key, uploadKey: readUploadKey(request), submission },
          services,
        );
        return respondWithJson(confirmation, NO_STORE, replayed ? { 'Idempotency-Replayed': 'true' } : {}, 201);
      },
    },
  };
}
