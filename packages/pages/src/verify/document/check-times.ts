/** Whether the key was in use when the paper was signed, and whether that time has come. */
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { PublicKey } from '../signature/read-keys.js';
import { SIGNED_AT } from './document-kinds.js';
import type { Fault } from './fault.js';

/** Clocks of devices differ by minutes. */
const CLOCK_SKEW = 5 * 60_000;

/** When the paper says that it was signed, in milliseconds. */
export function signedAt(payload: JsonObject): number | undefined {
  const written = SIGNED_AT.map((name) => payload[name]).find((value) => typeof value === 'string');
  const time = typeof written === 'string' ? Date.parse(written) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

export function checkTimes(payload: JsonObject, key: PublicKey, now: number): Fault | undefined {
  if (key.revoked) return { code: 'key.revoked' };
  const time = signedAt(payload);
  if (time === undefined) return { code: 'time.missing' };
  if (time < (key.from ?? -Infinity) || time > (key.until ?? Infinity)) return { code: 'key.outside-validity' };
  return time > now + CLOCK_SKEW ? { code: 'time.future' } : undefined;
}
