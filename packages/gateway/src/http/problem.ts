/**
 * A refusal on its way to the client, and its RFC 9457 form.
 */
import type { Issue, Problem } from '@motcua/schemas';
import { PROBLEMS, type ProblemCode } from '../errors.js';

export interface ProblemExtras {
  /** For developers. Never an answer, a secret or a code of a dossier. */
  detail?: string;
  issues?: readonly Issue[];
  /** Of `dossier.transition-refused`. */
  transition?: NonNullable<Problem['transition']>;
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
 * The body of a problem.
 * @param reference the request's reference, for faults of the gateway only: an equal refusal must stay equal byte for byte.
 */
export function describeProblem({ code, extras }: GatewayProblem, reference?: string): Problem {
  const { status, title, cure } = PROBLEMS[code];
  return {
    type: `urn:motcua:problem:${code}`,
    title,
    status,
    code,
    detail: extras.detail ?? cure,
    ...(reference !== undefined && status >= 500 ? { reference } : {}),
    ...(extras.issues ? { issues: [...extras.issues] } : {}),
    ...(extras.transition ? { transition: extras.transition } : {}),
  };
}

/** Writes a problem as a response. */
export function respondWithProblem(problem: GatewayProblem, reference?: string): Response {
  return new Response(JSON.stringify(describeProblem(problem, reference)), {
    status: problem.status,
    headers: { 'Cache-Control': 'no-store', ...problem.extras.headers, 'Content-Type': 'application/problem+json' },
  });
}
