/**
 * Refuses new papers and dossiers before the disk is full. What was accepted before can still be worked on: moves, letters and history are
 * small, and the reserve is kept for them.
 */
import type { FreeSpace } from '../ports/free-space.js';
import { GatewayProblem } from './problem.js';
import type { Method, Route, RouteHandler } from './route.js';

export interface IntakeGuard {
  space: FreeSpace;
  /** Bytes that new papers and dossiers leave free. */
  reserveBytes: number;
  /** Called once when the first request is refused, and again after one was taken. */
  onFull(): void;
}

/** By path: what brings in something new. */
const INTAKE: Readonly<Record<string, Method>> = {
  '/v1/uploads': 'POST',
  '/v1/uploads/:uploadId': 'PATCH',
  '/v1/procedures/:sector/:name/dossiers': 'POST',
  '/v1/dossiers/:code/submission': 'POST',
  '/v1/dossiers/:code/supplement': 'POST',
};

/** Wraps those of the routes that take something in. */
export function guardIntake(routes: readonly Route[], guard: IntakeGuard): Route[] {
  let full = false;
  const requireSpace = async (request: Request): Promise<void> => {
    const free = await guard.space.measure();
    const isFull = free !== undefined && free - readNeed(request) < guard.reserveBytes;
    if (isFull && !full) guard.onFull();
    full = isFull;
    if (isFull) throw refuseForSpace();
  };
  return routes.map((route) => {
    const method = INTAKE[route.path];
    const handler = method && route.methods[method];
    if (!handler) return route;
    const guarded: RouteHandler = async (context) => {
      await requireSpace(context.request);
      return handler(context);
    };
    return { ...route, methods: { ...route.methods, [method]: guarded } };
  });
}

/** Of a disk that is full, found out before or while something was written. */
export function refuseForSpace(): GatewayProblem {
  return new GatewayProblem('storage.full', { headers: { 'Retry-After': '30' } });
}

/** An upload says at its beginning how long it will be; others bring what they bring. */
function readNeed({ headers }: Request): number {
  const need = Number(headers.get('upload-length') ?? headers.get('content-length') ?? 0);
  return Number.isFinite(need) && need > 0 ? need : 0;
}
