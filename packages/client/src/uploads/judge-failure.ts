/** What a failed try means for the upload: tus 1.0's rules in one table. */
import type { ClientError } from '../errors/client-error.js';
import { computeBackOff } from '../transport/back-off.js';

export type Verdict =
  /** The line or the gateway is busy: the same again, later. */
  | { next: 'wait'; milliseconds: number; patience: 'endless' | 'limited' }
  /** The half-sent file is gone, or its bytes differ: from the first byte. */
  | { next: 'begin-anew' }
  /** The bytes on disk are no longer those that were hashed. */
  | { next: 'reread' }
  /** The file cannot be taken. */
  | { next: 'refuse' }
  | { next: 'fail' };

const BACK_OFF = { baseDelayMs: 1_000, maxDelayMs: 30_000 };
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 409, 423, 429, 500, 502, 503, 504]);
const GONE_STATUS: ReadonlySet<number> = new Set([404, 410]);
/** A person has to choose another file, or remove one. */
const FILE_FAULTS: ReadonlySet<string> = new Set([
  'upload.type',
  'upload.empty',
  'upload.too-large',
  'upload.corrupt',
  'upload.dimensions',
  'upload.protected',
  'upload.active-content',
  'upload.infected',
  'upload.quota',
]);

/** @param failures How many tries have failed since the last byte of progress, this one included. */
export function judgeFailure(error: ClientError, failures: number, random = Math.random()): Verdict {
  const retryAfter = 'retryAfter' in error ? (error.retryAfter ?? 0) * 1000 : 0;
  const milliseconds = Math.max(retryAfter, computeBackOff(failures, BACK_OFF, random));
  if (error.kind === 'offline' || error.kind === 'timeout' || error.kind === 'foreign-answer') {
    return { next: 'wait', milliseconds, patience: 'endless' };
  }
  if (error.code === 'upload.file-changed') return { next: 'reread' };
  if (FILE_FAULTS.has(error.code)) return { next: 'refuse' };
  if (error.kind !== 'problem') return { next: 'fail' };
  if (error.code === 'upload.checksum' || GONE_STATUS.has(error.status)) return { next: 'begin-anew' };
  if (error.code === 'upload.interrupted' || PASSING_STATUS.has(error.status)) {
    return { next: 'wait', milliseconds, patience: 'limited' };
  }
  return { next: 'fail' };
}
