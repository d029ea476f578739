/**
 * The errors that this package throws. No message holds a body, an answer, a secret or an address with a code in it.
 * Tell them apart by the guards: two copies of the package may meet on one page.
 */
import type { Issue, Problem } from '@motcua/schemas';
import { CLIENT_ERROR_CODES, type ClientErrorCode } from './codes.js';

export type ClientErrorKind =
  'problem' | 'offline' | 'timeout' | 'aborted' | 'foreign-answer' | 'storage' | 'draft' | 'upload' | 'usage';

const BRAND = Symbol.for('motcua.client-error');

abstract class BrandedError extends Error {
  abstract readonly kind: ClientErrorKind;
  readonly code: string;
  readonly [BRAND] = true;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

/** The gateway said no, and why (RFC 9457). The request reached it: asking again unchanged gives the same answer, save for 429 and 5xx. */
export class ProblemError extends BrandedError {
  readonly kind = 'problem';
  readonly status: number;
  readonly issues: readonly Issue[];
  /** To quote to support. */
  readonly reference?: string;
  /** Seconds that the gateway asks to wait. */
  readonly retryAfter?: number;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.code, `The gateway answered ${problem.status} ${problem.code}.`);
    this.status = problem.status;
    this.issues = problem.issues ?? [];
    if (problem.reference !== undefined) this.reference = problem.reference;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }
}

abstract class OwnError extends BrandedError {
  declare readonly code: ClientErrorCode;

  constructor(code: ClientErrorCode, options?: ErrorOptions) {
    super(code, `${code}: ${CLIENT_ERROR_CODES[code]}`, options);
  }
}

/** Nothing came back. Whether the request arrived is unknown: only a repeat with the same key is safe. */
export class OfflineError extends OwnError {
  readonly kind = 'offline';
  constructor(options?: ErrorOptions) {
    super('transport.offline', options);
  }
}

/** No answer in time. Whether the request arrived is unknown. */
export class TimeoutError extends OwnError {
  readonly kind = 'timeout';
  constructor() {
    super('transport.timeout');
  }
}

/** The caller gave up. Not a fault; show nothing. */
export class AbortedError extends OwnError {
  readonly kind = 'aborted';
  constructor() {
    super('transport.aborted');
  }
}

/** An answer whose type or shape is not the gateway's. Treated like being offline. */
export class ForeignAnswerError extends OwnError {
  readonly kind = 'foreign-answer';
  readonly status: number;
  /** Seconds, when the answer asked to wait. */
  readonly retryAfter?: number;
  constructor(status: number, retryAfter?: number) {
    super('transport.not-the-gateway');
    this.status = status;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }
}

/** The device could not keep something. The page still has it: offer the download. */
export class StorageError extends OwnError {
  readonly kind = 'storage';
  constructor(code: Extract<ClientErrorCode, `storage.${string}`>, options?: ErrorOptions) {
    super(code, options);
  }
}

/** A draft is gone, closed to this tab, or cannot be opened. */
export class DraftError extends OwnError {
  readonly kind = 'draft';
  constructor(code: Extract<ClientErrorCode, `draft.${string}`>, options?: ErrorOptions) {
    super(code, options);
  }
}

/** The file itself stands in the way of its upload. */
export class UploadError extends OwnError {
  readonly kind = 'upload';
  constructor(code: Extract<ClientErrorCode, `upload.${string}`>, options?: ErrorOptions) {
    super(code, options);
  }
}

/** The calling code, or what a person typed as a code, is wrong. */
export class UsageError extends OwnError {
  readonly kind = 'usage';
  constructor(code: Extract<ClientErrorCode, `client.${string}` | `code.${string}`>) {
    super(code);
  }
}

export type ClientError =
  | ProblemError
  | OfflineError
  | TimeoutError
  | AbortedError
  | ForeignAnswerError
  | StorageError
  | DraftError
  | UploadError
  | UsageError;

/** True for every error of this package, whichever copy of it threw. */
export function isClientError(error: unknown): error is ClientError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/** The gateway's own word, optionally with one certain code. */
export function isProblemError(error: unknown, code?: string): error is ProblemError {
  return isClientError(error) && error.kind === 'problem' && (code === undefined || error.code === code);
}

export function isAbortedError(error: unknown): error is AbortedError {
  return isClientError(error) && error.kind === 'aborted';
}

export function isStorageError(error: unknown): error is StorageError {
  return isClientError(error) && error.kind === 'storage';
}

export function isDraftError(error: unknown): error is DraftError {
  return isClientError(error) && error.kind === 'draft';
}

/** The line is at fault, not the request: offline, timed out, or somebody else answered. */
export function isConnectionError(error: unknown): error is OfflineError | TimeoutError | ForeignAnswerError {
  return (
    isClientError(error) && (error.kind === 'offline' || error.kind === 'timeout' || error.kind === 'foreign-answer')
  );
}
