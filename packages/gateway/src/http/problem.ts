/**
 * A refusal on its way to the client, and its RFC 9457 form.
 */
import type { Issue, Problem } from '@motcua/schemas';
import { PROBLEMS, type ProblemCode } from '../errors.js';

export interface ProblemExtras {
  /** For developers. Never an answer, a secret or a code of a dossier. */
  detail?: string;
  issues?: readonly Issue[];
  headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere below a route; the handler turns it into `application/problem+json`. */
export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(PROBLEMS[code].title);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/**
 * Writes a problem as a response.
 * @param reference the request's reference, for faults of the gateway only: an equal refusal must stay equal byte for byte.
 */
export function respondWithProblem(problem: GatewayProblem, reference?: string): Response {
  const { status, title, cure } = PROBLEMS[problem.code];
  const body: Problem = {
    type: `urn:motcua:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.extras.detail ?? cure,
    ...(reference !== undefined && status >= 500 ? { reference } : {}),
    ...(problem.extras.issues ? { issues: [...problem.extras.issues] } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Cache-Control': 'no-store', ...problem.extras.headers, 'Content-Type': 'application/problem+json' },
  });
}
