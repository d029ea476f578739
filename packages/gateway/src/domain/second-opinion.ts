/**
 * Joins the engine's verdict with that of the second judge: the stricter wins, and a disagreement is an alarm.
 */
import type { JsonObject, Plan, SubmissionReport } from '@motcua/form-engine';
import type { Issue } from '@motcua/schemas';
import type { Log } from '../http/log.js';
import type { SchemaFinding, SecondJudge } from '../ports/second-judge.js';
import { writeCanonicalJson } from './hash.js';
import { createServerIssue } from './server-issue.js';

/**
 * @param sent what the client sent
 * @param report what the engine made of it: the judge sees the same answers that the engine judged and that would be kept
 * @returns the engine's issues, or those of the judge where the engine found nothing
 */
export async function addSecondOpinion(
  plan: Plan,
  sent: JsonObject,
  report: SubmissionReport,
  judge: SecondJudge,
  log: Log,
): Promise<readonly Issue[]> {
  const verdict = await judge.judge(plan.hash, report.data);
  if (verdict.kind === 'none') log('warn', { event: 'no-second-opinion', procedure: plan.slug, planHash: plan.hash });
  const errors = report.issues.filter(({ severity }) => severity === 'error');
  if (verdict.kind === 'valid' && saysSchemaOnly(errors) && isUnchanged(sent, report)) {
    const [first] = errors;
    raise(log, plan, { pointer: first?.pointer ?? '', keyword: first?.code ?? '' });
  }
  if (verdict.kind !== 'invalid' || errors.length > 0) return report.issues;
  for (const finding of verdict.findings) raise(log, plan, finding);
  return [...report.issues, ...verdict.findings.filter(isCause).map(toIssue)];
}

/** Rules, kinds and catalogues refuse what a plain schema lets pass; on keywords and formats the two must agree. */
function saysSchemaOnly(errors: readonly Issue[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => code.startsWith('keyword.'));
}

/** Of answers that the engine pruned or computed anew the judge did not see what the engine refused. */
function isUnchanged(sent: JsonObject, report: SubmissionReport): boolean {
  return writeCanonicalJson(sent) === writeCanonicalJson(report.data);
}

/** Names that a client made up are not written to the log: the place that holds them is. */
function raise(log: Log, plan: Plan, { pointer, keyword }: SchemaFinding): void {
  const place = /^(keyword\.)?(additional|unevaluated)Properties$/.test(keyword)
    ? pointer.slice(0, pointer.lastIndexOf('/'))
    : pointer;
  log('alarm', { event: 'judges-disagree', procedure: plan.slug, planHash: plan.hash, pointer: place, keyword });
}

/** `if` only repeats that its branch failed. */
function isCause(finding: SchemaFinding, _index: number, all: readonly SchemaFinding[]): boolean {
  return finding.keyword !== 'if' || all.length === 1;
}

/** ajv calls a place where the schema is `false` by a name of its own. */
function toIssue({ keyword, pointer }: SchemaFinding): Issue {
  return createServerIssue(keyword === 'false schema' ? 'submission.not-applicable' : `keyword.${keyword}`, pointer);
}
