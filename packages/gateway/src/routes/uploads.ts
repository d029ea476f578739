/**
 * tus 1.0 at /v1/uploads. Ownership, expiry and quotas are judged here; the protocol is @tus/server's.
 */
import { hashText, equalHashes } from '../domain/hash.js';
import { requireUploadKey, readUploadKey } from '../http/capability-headers.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteContext } from '../http/route.js';
import type { ProblemCode } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { FileStore } from '../ports/file-store.js';
import type { UploadRecord, UploadStore } from '../ports/upload-store.js';

export const UPLOADS_PATH = '/v1/uploads';

export interface UploadLimits {
  /** Bytes of one file. */
  maxBytes: number;
  /** Uploads under one key that no dossier holds. */
  maxCount: number;
  /** Bytes of them together. */
  maxTotalBytes: number;
  /** Seconds until an upload that no dossier holds is removed. */
  expiresAfterSeconds: number;
}

export interface UploadServices {
  uploads: UploadStore;
  files: FileStore;
  clock: Clock;
  limits: UploadLimits;
}

export function uploadRoutes(services: UploadServices): Route[] {
  const { files } = services;
  return [
    {
      path: UPLOADS_PATH,
      methods: {
        OPTIONS: ({ request }) => serve(files, request),
        POST({ request }) {
          requireProtocol(request);
          requireUploadKey(request);
          readLength(request, services.limits.maxBytes);
          return serve(files, request);
        },
      },
    },
    {
      path: `${UPLOADS_PATH}/:uploadId`,
      methods: {
        HEAD: (context) => serveOwn(context, services),
        PATCH: (context) => serveOwn(context, services),
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
  { uploads, clock, limits }: Omit<UploadServices, 'files'>,
): Promise<void> {
  const keyHash = hashText(requireUploadKey(request));
  const usage = await uploads.measureUsage(keyHash);
  if (usage.count + 1 > limits.maxCount || usage.bytes + length > limits.maxTotalBytes)
    throw new GatewayProblem('upload.quota', { headers: { 'Retry-After': '3600' } });
  await uploads.insert({ id, keyHash, length, createdAt: clock.now() });
}

/**
 * The upload of this address, when the key is its own and it has not expired.
 * @throws GatewayProblem `upload.not-found` (unknown and foreign alike), `upload.expired`
 */
export async function findOwnUpload(
  { request, parameters }: RouteContext,
  { uploads, clock, limits }: Pick<UploadServices, 'uploads' | 'clock' | 'limits'>,
): Promise<UploadRecord> {
  const record = await uploads.find(parameters['uploadId'] ?? '');
  const key = readUploadKey(request);
  if (!record || key === undefined || !equalHashes(record.keyHash, hashText(key)))
    throw new GatewayProblem('upload.not-found');
  const expiresAt = record.createdAt.getTime() + limits.expiresAfterSeconds * 1000;
  if (record.dossierId === undefined && clock.now().getTime() > expiresAt) throw new GatewayProblem('upload.expired');
  return record;
}

async function serveOwn(context: RouteContext, services: UploadServices): Promise<Response> {
  requireProtocol(context.request);
  await findOwnUpload(context, services);
  return serve(services.files, context.request);
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
