/** Why the gateway did not do what the desk asked for. */
import type { Issue, Problem } from '@motcua/schemas';

export interface DeskProblemFacts {
  status: number;
  /** Seconds to wait, where the gateway says so. */
  retryAfter?: number;
  issues?: readonly Issue[];
  /** To quote to the operator. */
  reference?: string;
}

/** `code` is the gateway's (`dossier.version-conflict` …), or `desk.offline` when no answer came. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly issues: readonly Issue[];
  readonly reference: string | undefined;

  constructor(
    readonly code: string,
    { status, retryAfter, issues = [], reference }: DeskProblemFacts,
  ) {
    super(code);
    this.status = status;
    this.retryAfter = retryAfter;
    this.issues = issues;
    this.reference = reference;
  }
}

/** Reads problem+json; an answer that is none keeps its status under `desk.failed`. */
export async function readProblem(answer: Response): Promise<DeskProblem> {
  const body = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const seconds = Number(answer.headers.get('retry-after') ?? '');
  return new DeskProblem(typeof body.code === 'string' ? body.code : 'desk.failed', {
    status: answer.status,
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
    ...(body.issues === undefined ? {} : { issues: body.issues }),
    ...(body.reference === undefined ? {} : { reference: body.reference }),
  });
}
