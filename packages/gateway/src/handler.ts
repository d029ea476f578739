/**
 * The one web-standard handler: routes below, and around them logging, security headers, CORS, the origin check and problems.
 */
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { randomBytes } from 'node:crypto';
import { describeError, type Log } from './http/log.js';
import { GatewayProblem, respondWithProblem } from './http/problem.js';
import type { Method, Route } from './http/route.js';
import { asProblem } from './http/storage-failure.js';

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
  log: Log;
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
  log,
}: HandlerOptions): GatewayHandler {
  const app = new Hono<Environment>();
  const allowed = new Set(allowedOrigins);
  app.use(logRequests(log));
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      // A page of our own brings the policy that it needs.
      overwrite: false,
    }),
  );
  app.use(shareWith(allowed));
  app.use(refuseForeignOrigins(allowed, new Set(deskOrigins)));
  for (const route of routes) app.all(route.path, dispatch(route, readAddress));
  app.notFound(() => respondWithProblem(new GatewayProblem('request.not-found')));
  app.onError((error, context) => answerError(error, context, log));
  return async (request, origin) => app.fetch(request, origin ?? {});
}

function logRequests(log: Log) {
  return async (context: Context<Environment>, next: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    context.set('reference', randomBytes(9).toString('base64url'));
    await next();
    log('info', {
      event: 'request',
      method: context.req.raw.method,
      route: context.get('route') ?? 'unknown',
      status: context.res.status,
      durationMs: Math.round(performance.now() - start),
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
