/**
 * The one web-standard handler: routes below, and around them logging, security headers, CORS, the origin check and problems.
 */
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { randomBytes } from 'node:crypto';
import { describeError, type Log } from './http/log.js';
import { GatewayProblem, respondWithProblem } from './http/problem.js';
import type { LimitRequest } from './http/limit-rate.js';
import { overrideMethod } from './http/method-override.js';
import type { Method, Route } from './http/route.js';
import { asProblem } from './http/storage-failure.js';
import { UPLOADS_PATH } from './routes/uploads.js';

export interface RequestOrigin {
  /** Address of the peer; absent for calls in process. */
  remoteAddress?: string;
}

export type GatewayHandler = (request: Request, origin?: RequestOrigin) => Promise<Response>;

export interface HandlerOptions {
  routes: readonly Route[];
  allowedOrigins: readonly string[];
  /** Origins of the desk's pages. */
  deskOrigins: readonly string[];
  readAddress(request: Request, remote: string | undefined): string;
  /** Is told of each answered request. */
  observe?: (exchange: Exchange) => void;
  /** Absent: nobody is slowed. */
  limitRequest?: LimitRequest;
  log: Log;
}

/** What is measured of a request: nothing that tells of a person. */
export interface Exchange {
  /** The pattern, never the address; `unknown` where nothing answers. */
  route: string;
  method: string;
  status: number;
  seconds: number;
  /** The answer was kept from an earlier request with the same key. */
  replayed: boolean;
}

interface Environment {
  Bindings: RequestOrigin;
  Variables: { reference: string; route: string; problem: string };
}

export function createHandler({
  routes,
  allowedOrigins,
  deskOrigins,
  readAddress,
  observe,
  limitRequest,
  log,
}: HandlerOptions): GatewayHandler {
  const app = new Hono<Environment>();
  const allowed = new Set(allowedOrigins);
  app.use(logRequests(log, observe));
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      // A page of our own brings the policy that it needs.
      overwrite: false,
    }),
  );
  for (const path of [UPLOADS_PATH, `${UPLOADS_PATH}/:uploadId`]) app.use(path, sayProtocol);
  app.use(shareWith(allowed));
  app.use(async (context, next) => {
    limitRequest?.(context.req.raw, context.req.path, readAddress(context.req.raw, context.env.remoteAddress));
    return next();
  });
  app.use(refuseForeignOrigins(allowed, new Set(deskOrigins)));
  for (const route of routes) app.all(route.path, dispatch(route, readAddress));
  app.notFound(() => respondWithProblem(new GatewayProblem('request.not-found')));
  app.onError((error, context) => answerError(error, context, log));
  return async (request, origin) => app.fetch(isUpload(request) ? overrideMethod(request) : request, origin ?? {});
}

/** Whether the request is for an upload: there alone another method may be named than the one on the line. */
export function isUpload({ url }: Request): boolean {
  return new URL(url).pathname.startsWith(`${UPLOADS_PATH}/`) || new URL(url).pathname === UPLOADS_PATH;
}

/** tus 1.0: every answer about an upload names the version, refusals too. */
async function sayProtocol(context: Context<Environment>, next: () => Promise<void>): Promise<void> {
  await next();
  context.res.headers.set('Tus-Resumable', '1.0.0');
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function logRequests(log: Log, observe: HandlerOptions['observe']) {
  return async (context: Context<Environment>, next: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    context.set('reference', randomBytes(9).toString('base64url'));
    await next();
    // A method can be any word that a caller likes.
    const method = METHODS.has(context.req.raw.method) ? context.req.raw.method : 'other';
    const route = context.get('route') ?? 'unknown';
    const { status, headers } = context.res;
    const milliseconds = performance.now() - start;
    observe?.({ route, method, status, seconds: milliseconds / 1000, replayed: headers.has('idempotency-replayed') });
    log('info', {
      event: 'request',
      method,
      route,
      status,
      durationMs: Math.round(milliseconds),
      reference: context.get('reference'),
      code: context.get('problem') ?? '',
    });
  };
}

/** An OPTIONS request without Access-Control-Request-Method is no preflight: tus discovery answers it. */
function shareWith(allowed: ReadonlySet<string>) {
  const share = cors({
    origin: (origin) => (allowed.has(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-None-Match',
      'Motcua-Upload-Key',
      'Motcua-Lookup-Secret',
      'Tus-Resumable',
      'Upload-Length',
      'Upload-Metadata',
      'Upload-Offset',
    ],
    exposeHeaders: [
      'Date',
      'ETag',
      'Idempotency-Replayed',
      'Location',
      'Retry-After',
      'Tus-Extension',
      'Tus-Max-Size',
      'Tus-Resumable',
      'Tus-Version',
      'Upload-Expires',
      'Upload-Length',
      'Upload-Offset',
    ],
    maxAge: 600,
  });
  return async (context: Context<Environment>, next: () => Promise<void>): Promise<Response | void> => {
    const request = context.req.raw;
    if (request.method === 'OPTIONS' && !request.headers.has('access-control-request-method')) return next();
    if (isDesk(context)) return next();
    return share(context, next);
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The desk is shared with no portal: its pages come from the gateway itself. The path is the decoded one, by which routes are found. */
function isDesk({ req }: Context<Environment>): boolean {
  return req.path.startsWith('/v1/desk/');
}

/** Browsers always name the origin of a request that changes something; other clients send none. */
function refuseForeignOrigins(allowed: ReadonlySet<string>, desk: ReadonlySet<string>) {
  return async (context: Context<Environment>, next: () => Promise<void>): Promise<void> => {
    const request = context.req.raw;
    const origin = request.headers.get('origin');
    const isKnown = origin === null || desk.has(origin) || (allowed.has(origin) && !isDesk(context));
    if (!SAFE.has(request.method) && !isKnown) throw new GatewayProblem('request.origin-refused');
    return next();
  };
}

function dispatch({ path, methods }: Route, readAddress: HandlerOptions['readAddress']) {
  const allow = Object.keys(methods).join(', ');
  return async (context: Context<Environment>): Promise<Response> => {
    const request = context.req.raw;
    context.set('route', path);
    const handler = methods[request.method as Method] ?? (request.method === 'HEAD' ? methods.GET : undefined);
    if (!handler) throw new GatewayProblem('request.method-not-allowed', { headers: { Allow: allow } });
    return handler({
      request,
      parameters: context.req.param(),
      address: readAddress(request, context.env.remoteAddress),
    });
  };
}

function answerError(error: Error, context: Context<Environment>, log: Log): Response {
  const problem = asProblem(error);
  const reference = context.get('reference');
  context.set('problem', problem.code);
  if (problem !== error)
    log('alarm', {
      event: 'failure',
      code: problem.code,
      reference,
      route: context.get('route') ?? 'unknown',
      ...describeError(error),
    });
  return respondWithProblem(problem, reference);
}
