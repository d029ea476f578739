/**
 * Reads the headers of our own that a request must carry.
 */
import { GatewayProblem } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UPLOAD_KEY = /^[A-Za-z0-9_-]{32,128}$/;

/** @throws GatewayProblem `request.header-missing` */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key')?.toLowerCase();
  if (key === undefined || !UUID.test(key)) throw missing('Idempotency-Key', 'a UUID');
  return key;
}

/** The capability that a client makes for one draft, when it sends one. */
export function readUploadKey(request: Request): string | undefined {
  const key = request.headers.get('motcua-upload-key');
  return key !== null && UPLOAD_KEY.test(key) ? key : undefined;
}

/** @throws GatewayProblem `request.header-missing` */
export function requireUploadKey(request: Request): string {
  const key = readUploadKey(request);
  if (key === undefined) throw missing('Motcua-Upload-Key', '32 to 128 letters, digits, - or _');
  return key;
}

/** @throws GatewayProblem `request.header-missing` */
export function requireLookupSecret(request: Request): string {
  const secret = request.headers.get('motcua-lookup-secret');
  if (secret === null) throw missing('Motcua-Lookup-Secret', 'the look-up secret');
  return secret;
}

/**
 * The version of a dossier in If-Match, as `"3"`.
 * @throws GatewayProblem `request.header-missing`
 */
export function requireVersion(request: Request): number {
  const [, version] = /^"([1-9][0-9]{0,8})"$/.exec(request.headers.get('if-match') ?? '') ?? [];
  if (version === undefined) throw missing('If-Match', 'the ETag of the dossier as it was read');
  return Number(version);
}

function missing(name: string, shape: string): GatewayProblem {
  return new GatewayProblem('request.header-missing', { detail: `Send the header ${name}: ${shape}.` });
}
