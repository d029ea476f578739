/**
 * tus 1.0 at /v1/uploads. Ownership, expiry and quotas are judged here; the protocol is @tus/server's.
 */
import { hashText, equalHashes } from '../domain/hash.js';
import { requireUploadKey, readUploadKey } from '../http/capability-headers.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteContext } from '../http/route.js';
import type { ProblemCode } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { Scanning } from '../domain/scan-upload.js';
import type { FileStore } from '../ports/file-store.js';
import type { UploadQuota, UploadRecord, UploadStore } from '../ports/upload-store.js';

export const UPLOADS_PATH = '/v1/uploads';
/** What is none may hold what a database does not take. */
const UPLOAD_ID = /^[0-9a-f]{32}$/;

export interface UploadLimits extends UploadQuota {
  /** Bytes of one file. */
  maxBytes: number;
  /** Seconds until an upload that no dossier holds is removed. */
  expiresAfterSeconds: number;
}

export interface UploadServices {
  uploads: UploadStore;
  files: FileStore;
  clock: Clock;
  limits: UploadLimits;
  scanning: Scanning;
}

/** What is known before there is a file store. */
export type UploadParts = Pick<UploadServices, 'uploads' | 'clock' | 'limits'>;

export function uploadRoutes(services: UploadServices): Route[] {
  const { files } = services;
  return [
    {
      path: UPLOADS_PATH,
      methods: {
        OPTIONS: ({ request }) => serve(files, request),
        async POST({ request }) {
          requireProtocol(request);
          requireUploadKey(request);
          readLength(request, services.limits.maxBytes);
          return sayExpiry(await serve(files, request), services.clock.now(), services.limits);
        },
      },
    },
    {
      path: `${UPLOADS_PATH}/:uploadId`,
      methods: {
        HEAD: (context) => serveOwn(context, services),
        PATCH(context) {
          requireProtocol(context.request);
          requireBytes(context.request);
          return serveOwn(context, services);
        },
        DELETE: (context) => removeOwn(context, services),
      },
    },
  ];
}

/** Called by the file store before a new upload becomes known. */
export async function registerUpload(
  request: Request,
  id: string,
  length: number,
  { uploads, clock, limits }: UploadParts,
): Promise<void> {
  const keyHash = hashText(requireUploadKey(request));
  const outcome = await uploads.reserve({ id, keyHash, length, createdAt: clock.now() }, limits);
  if (outcome === 'key-full') throw new GatewayProblem('upload.quota', { headers: { 'Retry-After': '3600' } });
  if (outcome === 'store-full') throw new GatewayProblem('upload.store-full', { headers: { 'Retry-After': '300' } });
}

/**
 * The upload of this address, when the key is its own and it has not expired.
 * @throws GatewayProblem `upload.not-found` (unknown and foreign alike), `upload.expired`
 */
export async function findOwnUpload(
  { request, parameters }: RouteContext,
  { uploads, clock, limits }: UploadParts,
): Promise<UploadRecord> {
  const id = parameters['uploadId'] ?? '';
  const record = UPLOAD_ID.test(id) ? await uploads.find(id) : undefined;
  const key = readUploadKey(request);
  if (!record || key === undefined || !equalHashes(record.keyHash, hashText(key)))
    throw new GatewayProblem('upload.not-found');
  if (record.dossierId === undefined && clock.now() > computeExpiry(record.createdAt, limits))
    throw new GatewayProblem('upload.expired');
  return record;
}

function computeExpiry(createdAt: Date, { expiresAfterSeconds }: UploadLimits): Date {
  return new Date(createdAt.getTime() + expiresAfterSeconds * 1000);
}

async function serveOwn(context: RouteContext, services: UploadServices): Promise<Response> {
  requireProtocol(context.request);
  const { createdAt, dossierId } = await findOwnUpload(context, services);
  const answer = await serve(services.files, context.request);
  return dossierId === undefined ? sayExpiry(answer, createdAt, services.limits) : answer;
}

/** Our own clock decides, so it is our own time that is said: in the form of RFC 9110, section 5.6.7. */
function sayExpiry(answer: Response, createdAt: Date, limits: UploadLimits): Response {
  answer.headers.set('Upload-Expires', computeExpiry(createdAt, limits).toUTCString());
  return answer;
}

/** The record goes first: a dossier that is being sent either holds the paper before, or finds it gone. */
async function removeOwn(context: RouteContext, services: UploadServices): Promise<Response> {
  requireProtocol(context.request);
  const record = await findOwnUpload(context, services);
  if (!(await services.uploads.remove(record.id))) throw new GatewayProblem('upload.in-use');
  return serve(services.files, context.request);
}

function requireProtocol(request: Request): void {
  if (request.headers.get('tus-resumable') !== '1.0.0')
    throw new GatewayProblem('upload.version', { headers: { 'Tus-Version': '1.0.0' } });
}

function requireBytes(request: Request): void {
  if (request.headers.get('content-type') !== 'application/offset+octet-stream')
    throw new GatewayProblem('upload.media-type');
}

function readLength(request: Request, maxBytes: number): void {
  const length = request.headers.get('upload-length') ?? '';
  if (!/^[0-9]{1,15}$/.test(length)) throw new GatewayProblem('upload.length-required');
  if (Number(length) > maxBytes) throw new GatewayProblem('upload.too-large');
}

const CODES: Readonly<Record<number, ProblemCode>> = {
  404: 'upload.not-found',
  409: 'upload.offset-conflict',
  410: 'upload.expired',
  412: 'upload.version',
  413: 'upload.too-large',
  423: 'upload.locked',
  429: 'upload.quota',
  500: 'gateway.unavailable',
};
const KEPT_HEADERS = /^(location$|cache-control$|tus-|upload-(?!metadata))/;

/** Hands the request to tus, and turns what it refuses into a problem. */
async function serve(files: FileStore, request: Request): Promise<Response> {
  const answer = await files.serveTus(request);
  if (answer.status >= 400)
    throw new GatewayProblem(CODES[answer.status] ?? 'upload.bad-request', {
      headers: answer.status >= 500 ? { 'Retry-After': '5' } : {},
    });
  const headers = [...answer.headers].filter(([name]) => KEPT_HEADERS.test(name));
  return new Response(null, { status: answer.status, headers });
}
