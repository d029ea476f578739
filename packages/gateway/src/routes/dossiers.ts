import { describeDossier, readResults } from '../domain/describe-dossier.js';
import { normaliseTexts } from '../domain/intake.js';
import { readLifecycle } from '../domain/lifecycle.js';
import { lookUpCompletion, openDossier } from '../domain/look-up-dossier.js';
import type { MoveServices } from '../domain/moves/record-move.js';
import { resubmitDossier } from '../domain/resubmit-dossier.js';
import type { SubmissionServices } from '../domain/submit-dossier.js';
import type { SecretThrottle } from '../domain/secret-throttle.js';
import { withdrawDossier } from '../domain/withdraw-dossier.js';
import { readIdempotencyKey, readUploadKey, requireLookupSecret } from '../http/capability-headers.js';
import { respondWithFile } from '../http/file-answer.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import { readJsonBody, type BodyLimits } from '../http/json-body.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteContext } from '../http/route.js';
import type { WireValidator } from '../http/wire-validator.js';
import type { FileStore } from '../ports/file-store.js';

export interface DossierServices {
  submission: SubmissionServices & MoveServices;
  throttle: SecretThrottle;
  files: FileStore;
  wire: WireValidator;
  limits: BodyLimits;
}

/** GET /v1/dossiers/{code}, POST …/withdrawal, …/submission, …/supplement, and GET …/results/{uploadId}. */
export function dossierRoutes(services: DossierServices): Route[] {
  return [
    dossierRoute(services),
    withdrawalRoute(services),
    resubmissionRoute('submission', 'edit', services),
    resubmissionRoute('supplement', 'supplement', services),
    resultRoute(services),
  ];
}

function dossierRoute(services: DossierServices): Route {
  return {
    path: '/v1/dossiers/:code',
    methods: {
      async GET(context) {
        const { dossiers } = services.submission.database;
        const code = context.parameters['code'] ?? '';
        if (!context.request.headers.has('motcua-lookup-secret'))
          return respondWithJson(JSON.stringify(await lookUpCompletion(code, dossiers)), NO_STORE);
        return respondWithDossier(await openWithSecret(context, services), services);
      },
    },
  };
}

function withdrawalRoute(services: DossierServices): Route {
  return {
    path: '/v1/dossiers/:code/withdrawal',
    methods: {
      async POST(context) {
        requireLookupSecret(context.request);
        const key = readIdempotencyKey(context.request);
        await refuseContent(context.request, services.limits);
        const id = await openWithSecret(context, services);
        const { submission } = services;
        return respondWithDossier(id, services, await withdrawDossier(id, key, submission.database, submission));
      },
    },
  };
}

function resubmissionRoute(name: string, move: 'edit' | 'supplement', services: DossierServices): Route {
  return {
    path: `/v1/dossiers/:code/${name}`,
    methods: {
      async POST(context) {
        const { request } = context;
        requireLookupSecret(request);
        const key = readIdempotencyKey(request);
        const resubmission = services.wire.readResubmission(
          normaliseTexts(await readJsonBody(request, services.limits)),
        );
        const dossierId = await openWithSecret(context, services);
        const asked = { dossierId, move, key, uploadKey: readUploadKey(request), resubmission };
        return respondWithDossier(dossierId, services, await resubmitDossier(asked, services.submission));
      },
    },
  };
}

function resultRoute(services: DossierServices): Route {
  return {
    path: '/v1/dossiers/:code/results/:uploadId',
    methods: {
      async GET(context) {
        requireLookupSecret(context.request);
        const stored = await services.submission.database.dossiers.read(await openWithSecret(context, services));
        const result = readResults(stored).find(({ uploadId }) => uploadId === context.parameters['uploadId']);
        const bytes = result && (await services.files.open(result.uploadId));
        if (!result || !bytes) throw new GatewayProblem('paper.not-found');
        return respondWithFile(result, bytes);
      },
    },
  };
}

/** The id of the dossier that the secret opens. */
export async function openWithSecret(
  { request, parameters, address }: RouteContext,
  { submission, throttle }: DossierServices,
): Promise<string> {
  const attempt = { typedCode: parameters['code'] ?? '', typedSecret: requireLookupSecret(request), address };
  return (await openDossier(attempt, submission.database.dossiers, throttle)).id;
}

async function respondWithDossier(id: string, services: DossierServices, replayed = false): Promise<Response> {
  const headers = replayed ? { 'Idempotency-Replayed': 'true' } : undefined;
  return respondWithJson(await writeDossier(id, services), NO_STORE, headers);
}

/** The dossier as its holder sees it, as JSON in one line. */
export async function writeDossier(
  id: string,
  { submission: { database, procedures } }: DossierServices,
): Promise<string> {
  const stored = await database.dossiers.read(id);
  return JSON.stringify(describeDossier(stored, readLifecycle(procedures.find(stored.procedure.slug)?.record)));
}

/** The body is empty, or an empty object. */
async function refuseContent(request: Request, limits: BodyLimits): Promise<void> {
  if (request.body === null || request.headers.get('content-type') === null) return;
  const body = await readJsonBody(request, limits);
  if (typeof body !== 'object' || body === null || Object.keys(body).length > 0)
    throw new GatewayProblem('request.malformed', { detail: 'Send no body, or {}.' });
}
