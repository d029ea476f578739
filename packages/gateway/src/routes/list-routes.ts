/**
 * Every route of the API, as openapi.yaml lists them.
 */
import type { SecretThrottle } from '../domain/secret-throttle.js';
import type { SubmissionServices } from '../domain/submit-dossier.js';
import type { BodyLimits } from '../http/json-body.js';
import type { Route } from '../http/route.js';
import type { WireValidator } from '../http/wire-validator.js';
import { agencyRoute } from './agencies.js';
import { dossierSubmissionRoute } from './dossier-submission.js';
import { dossierRoutes } from './dossiers.js';
import { healthRoute } from './health.js';
import { immutableTextRoutes } from './immutable-texts.js';
import { keysRoute } from './keys.js';
import { procedureRoutes } from './procedures.js';
import { uploadCompletionRoute } from './upload-completion.js';
import { uploadRoutes, type UploadServices } from './uploads.js';

export interface RouteServices {
  submission: SubmissionServices;
  uploads: UploadServices;
  throttle: SecretThrottle;
  wire: WireValidator;
  bodyLimits: BodyLimits;
  version: string;
}

export function listRoutes({ submission, uploads, throttle, wire, bodyLimits, version }: RouteServices): Route[] {
  const { database, procedures, units, keys, clock } = submission;
  return [
    healthRoute(database, version),
    ...procedureRoutes(procedures, clock),
    ...immutableTextRoutes(procedures),
    agencyRoute(units),
    keysRoute(keys),
    ...uploadRoutes(uploads),
    uploadCompletionRoute(uploads, wire, bodyLimits),
    dossierSubmissionRoute(submission, wire, bodyLimits),
    ...dossierRoutes({ database, throttle, clock, limits: bodyLimits }),
  ];
}
