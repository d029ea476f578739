/**
 * Every route of the API, as openapi.yaml lists them.
 */
import type { SecretThrottle } from '../domain/secret-throttle.js';
import type { MoveServices } from '../domain/moves/record-move.js';
import type { SubmissionServices } from '../domain/submit-dossier.js';
import type { BodyLimits } from '../http/json-body.js';
import type { Route } from '../http/route.js';
import type { WireValidator } from '../http/wire-validator.js';
import { agencyRoute } from './agencies.js';
import { deskAuditRoute } from './desk/audit.js';
import { deskDossierRoutes } from './desk/dossiers.js';
import type { DeskServices } from './desk/guard.js';
import { deskLetterRoutes } from './desk/letters.js';
import { deskPageRoutes } from './desk-page.js';
import { deskQueueRoute } from './desk/queue.js';
import { deskReceptionsRoute } from './desk/receptions.js';
import { deskRegisterRoute } from './desk/register.js';
import { deskSessionRoute } from './desk/session.js';
import { dossierChangesRoute, type ChangeServices } from './dossier-changes.js';
import { dossierSubmissionRoute } from './dossier-submission.js';
import { dossierRoutes } from './dossiers.js';
import { healthRoute } from './health.js';
import { immutableTextRoutes } from './immutable-texts.js';
import { keysRoute } from './keys.js';
import { letterRoute } from './letters.js';
import { procedureRoutes } from './procedures.js';
import { uploadCompletionRoute } from './upload-completion.js';
import { uploadRoutes, type UploadServices } from './uploads.js';
import { verifyPageRoutes } from './verify-page.js';

export interface RouteServices {
  submission: SubmissionServices & MoveServices;
  desk: DeskServices;
  uploads: UploadServices;
  changes: ChangeServices;
  throttle: SecretThrottle;
  wire: WireValidator;
  bodyLimits: BodyLimits;
  version: string;
}

export function listRoutes({
  submission,
  desk,
  uploads,
  changes,
  throttle,
  wire,
  bodyLimits,
  version,
}: RouteServices): Route[] {
  const { database, procedures, units, keys, clock, counts } = submission;
  const dossiers = { submission, throttle, files: uploads.files, wire, limits: bodyLimits };
  return [
    healthRoute(database, counts, version),
    ...procedureRoutes(procedures, clock),
    ...immutableTextRoutes(procedures),
    agencyRoute(units),
    keysRoute(keys),
    ...uploadRoutes(uploads),
    uploadCompletionRoute(uploads, wire, bodyLimits),
    dossierSubmissionRoute(submission, wire, bodyLimits),
    ...dossierRoutes(dossiers),
    letterRoute(dossiers),
    dossierChangesRoute(dossiers, changes),
    deskSessionRoute(desk),
    deskQueueRoute(desk),
    ...deskDossierRoutes(desk),
    ...deskLetterRoutes(desk),
    deskRegisterRoute(desk),
    deskReceptionsRoute(desk),
    deskAuditRoute(desk),
    ...verifyPageRoutes(keys),
    ...deskPageRoutes(),
  ];
}
