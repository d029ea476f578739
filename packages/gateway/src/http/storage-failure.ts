/**
 * Tells a store that cannot take anything now (full, locked, gone) from a fault of our own.
 */
import { refuseForSpace } from './guard-intake.js';
import { GatewayProblem } from './problem.js';

/** SQLSTATE classes: 08 connection, 53 resources, 57 operator, 58 system. */
const UNAVAILABLE_SQLSTATE = /^(08|53|57|58)[0-9A-Z]{3}$/;
const UNAVAILABLE_SYSTEM = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EMFILE',
  'ENFILE',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);

/** SQLSTATE 53100: disk full. */
const FULL: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** The problem that an error is answered with; a GatewayProblem is itself. */
export function asProblem(error: unknown): GatewayProblem {
  if (error instanceof GatewayProblem) return error;
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (FULL.has(code)) return refuseForSpace();
  const unavailable = typeof code === 'string' && (UNAVAILABLE_SQLSTATE.test(code) || UNAVAILABLE_SYSTEM.has(code));
  return unavailable
    ? new GatewayProblem('gateway.unavailable', { headers: { 'Retry-After': '5' } })
    : new GatewayProblem('gateway.internal');
}
