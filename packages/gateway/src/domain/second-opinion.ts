/**
 * Joins the engine's verdict with that of the second judge: the stricter wins, and a disagreement is an alarm.
 * Patterns that the engine defers are decided by the judge alone, which runs them under its time limit.
 */
import { readAt, type JsonObject, type Plan, type Pointer, type SubmissionReport } from '@motcua/form-engine';
import type { Issue } from '@motcua/schemas';
import type { Log } from '../http/log.js';
import { GatewayProblem } from '../http/problem.js';
import type { SchemaFinding, SecondJudge, Silence } from '../ports/second-judge.js';
import { writeCanonicalJson } from './hash.js';
import type { JudgeCounts } from './judge-counts.js';
import { findPlaceInForm } from './place-in-form.js';
import { createServerIssue } from './server-issue.js';

export interface SecondOpinionServices {
  judge: SecondJudge;
  counts: JudgeCounts;
  log: Log;
}

/**
 * @param sent what the client sent
 * @param report what the engine made of it: the judge sees the same answers that the engine judged and that would be kept
 * @returns the engine's issues, and those of the judge that the engine did not raise
 * @throws GatewayProblem `gateway.unavailable` when patterns are left to a judge that does not work
 */
export async function addSecondOpinion(
  plan: Plan,
  sent: JsonObject,
  report: SubmissionReport,
  services: SecondOpinionServices,
): Promise<readonly Issue[]> {
  if (report.issues.some(({ code }) => code.startsWith('data.limit-'))) return report.issues;
  const verdict = await services.judge.judge(plan.hash, report.data);
  if (verdict.kind === 'none') return decideAlone(plan, report, verdict.reason, services);
  if (verdict.kind === 'valid') return compareWithPass(plan, sent, report, services);
  return compareWithRefusal(plan, report, verdict.findings.filter(isCause), services);
}

/** Without a second opinion the engine's verdict stands; what the engine could not decide is asked for again. */
function decideAlone(
  plan: Plan,
  { issues, deferred }: SubmissionReport,
  reason: Silence,
  { counts, log }: SecondOpinionServices,
): readonly Issue[] {
  counts.none += 1;
  const about = { procedure: plan.slug, planHash: plan.hash, reason };
  if (deferred.length === 0) {
    log('warn', { event: 'no-second-opinion', ...about });
    return issues;
  }
  counts.undecided += 1;
  log('alarm', { event: 'pattern-undecided', ...about, pointer: findPlaceInForm(plan, deferred[0] ?? '') });
  if (reason !== 'time' && !issues.some(isError))
    throw new GatewayProblem('gateway.unavailable', { headers: { 'Retry-After': '5' } });
  return [...issues, ...deferred.map((pointer) => createServerIssue('submission.pattern-undecided', pointer))];
}

function compareWithPass(
  plan: Plan,
  sent: JsonObject,
  report: SubmissionReport,
  services: SecondOpinionServices,
): readonly Issue[] {
  const refused = report.issues.filter((issue) => isOfSchema(issue) && isUnchanged(issue.pointer, sent, report.data));
  count(plan, refused, 'engine', services);
  return report.issues;
}

function compareWithRefusal(
  plan: Plan,
  { issues, deferred }: SubmissionReport,
  findings: readonly SchemaFinding[],
  services: SecondOpinionServices,
): readonly Issue[] {
  const refusedByBoth = issues.some(isOfSchema);
  const missed = findings.filter((finding) => !deferred.some((pointer) => touches(finding.pointer, pointer)));
  count(plan, refusedByBoth ? [] : missed, 'judge', services);
  const added = refusedByBoth ? findings.filter((finding) => !missed.includes(finding)) : findings;
  const known = new Set(issues.map(({ code, pointer }) => `${code} ${pointer}`));
  return [
    ...issues,
    ...added
      .filter(({ code, pointer }) => !known.has(`${code} ${pointer}`))
      .map(({ code, pointer, params }) => createServerIssue(code, pointer, params)),
  ];
}

/** One record a submission: the first place at issue, and how many there are. */
function count(
  plan: Plan,
  atIssue: readonly { code: string; pointer: Pointer }[],
  stricter: 'engine' | 'judge',
  { counts, log }: SecondOpinionServices,
): void {
  const [first] = atIssue;
  if (first === undefined) {
    counts.agreed += 1;
    return;
  }
  counts.disagreed += 1;
  log('alarm', {
    event: 'judges-disagree',
    procedure: plan.slug,
    planHash: plan.hash,
    pointer: findPlaceInForm(plan, first.pointer),
    keyword: first.code,
    stricter,
    count: atIssue.length,
  });
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** Rules, kinds and catalogues refuse what a plain schema lets pass; on keywords and formats the two must agree. */
function isOfSchema(issue: Issue): boolean {
  return isError(issue) && /^(keyword|format)\./.test(issue.code);
}

/** What the engine pruned or computed anew the judge saw otherwise than the engine, which also judges what was sent. */
function isUnchanged(pointer: Pointer, sent: JsonObject, kept: JsonObject): boolean {
  const [before, after] = [readAt(sent, pointer), readAt(kept, pointer)];
  if (before === undefined || after === undefined) return before === after;
  return writeCanonicalJson(before) === writeCanonicalJson(after);
}

/** A failed pattern also fails what holds it: a list that must contain it, a branch that asks for it. */
function touches(finding: Pointer, deferred: Pointer): boolean {
  return finding === deferred || deferred.startsWith(`${finding}/`) || finding.startsWith(`${deferred}/`);
}

/** `if` only repeats that its branch failed. */
function isCause({ code }: SchemaFinding, _index: number, all: readonly SchemaFinding[]): boolean {
  return code !== 'keyword.if' || all.length === 1;
}
