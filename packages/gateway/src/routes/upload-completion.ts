import { completeUpload } from '../domain/complete-upload.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import { readJsonBody, type BodyLimits } from '../http/json-body.js';
import type { Route } from '../http/route.js';
import type { WireValidator } from '../http/wire-validator.js';
import { findOwnUpload, UPLOADS_PATH, type UploadServices } from './uploads.js';

/** POST /v1/uploads/{uploadId}/completion. */
export function uploadCompletionRoute(services: UploadServices, wire: WireValidator, limits: BodyLimits): Route {
  return {
    path: `${UPLOADS_PATH}/:uploadId/completion`,
    methods: {
      async POST(context) {
        const record = await findOwnUpload(context, services);
        const request = wire.readCompletion(await readJsonBody(context.request, limits));
        const attachment = await completeUpload(record, request, services);
        return respondWithJson(JSON.stringify(attachment), NO_STORE);
      },
    },
  };
}
