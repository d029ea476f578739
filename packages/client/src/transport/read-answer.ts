/** Turns a response into what was asked for, or into the error that it means. */
import type { Problem } from '@motcua/schemas';
import { ForeignAnswerError, ProblemError } from '../errors/client-error.js';

/** Shape check of an answer: enough to know the gateway from a captive portal; the contract itself is tested on the gateway. */
export type Recognize<T> = (json: unknown) => json is T;

/** @throws ProblemError | ForeignAnswerError */
export async function readAnswer<T>(response: Response, recognize: Recognize<T>): Promise<T> {
  const retryAfter = readRetryAfter(response.headers.get('Retry-After'));
  const json = parseJson(response.headers.get('Content-Type'), await response.text());
  if (response.ok && recognize(json)) return json;
  if (!response.ok && isProblem(json)) throw new ProblemError(json, retryAfter);
  throw new ForeignAnswerError(response.status, retryAfter);
}

/** Seconds from delta-seconds or an HTTP date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A check that the named members are there as strings, numbers or objects. */
export function recognizeMembers<T>(members: Readonly<Record<string, 'string' | 'number' | 'object'>>): Recognize<T> {
  const entries = Object.entries(members);
  return (json): json is T =>
    isRecord(json) && entries.every(([name, type]) => typeof json[name] === type && json[name] !== null);
}

/** The problem in a body, when there is one. */
export function readProblem(contentType: string | null | undefined, body: string): Problem | undefined {
  const json = parseJson(contentType, body);
  return isProblem(json) ? json : undefined;
}

function parseJson(contentType: string | null | undefined, body: string): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const recognizeProblem = recognizeMembers<Problem>({ type: 'string', code: 'string', status: 'number' });

function isProblem(json: unknown): json is Problem {
  return recognizeProblem(json) && (json.issues === undefined || Array.isArray(json.issues));
}
