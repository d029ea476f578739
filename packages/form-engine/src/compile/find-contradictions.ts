/**
 * Finds rules that cannot stand together: two that compute one answer, and what is always hidden though it is always required.
 */
import { isWithin, parentOf } from '../data/pointer.js';
import { runExpression } from '../expression/evaluate.js';
import { isTruthy, type Operator, type Outcome } from '../expression/expression.js';
import type { PlanMirror, PlanNode, PlanRule, Pointer } from '../plan/plan.js';
import type { Findings } from './diagnostics.js';

const FILE = 'form.json';

/** What is looked at. */
export interface RuleSet {
  rules: readonly PlanRule[];
  mirrors: readonly PlanMirror[];
  nodes: ReadonlyMap<Pointer, PlanNode>;
  operators: ReadonlyMap<string, Operator>;
}

/** Refuses contradictions, and advises on a rule that can hide what the data schema requires. */
export function findContradictions(set: RuleSet, findings: Findings): void {
  refuseSharedResults(set, findings);
  for (const rule of set.rules) {
    if (rule.effect !== 'visible' && rule.effect !== 'skip') continue;
    const hidden = rule.effect === 'skip' ? (rule.hides ?? []) : [rule.pointer];
    for (const pointer of hidden) weighHiding(pointer, rule, set, findings);
  }
}

function refuseSharedResults({ rules, mirrors }: RuleSet, findings: Findings): void {
  const computed = rules.filter(({ effect }) => effect === 'computed').map(({ pointer }) => pointer);
  const refuse = (first: Pointer, second: Pointer, message: string): void =>
    findings.refuse('rule.computed-twice', FILE, first, message, 'Let one rule compute the answer.', [first, second]);
  computed.forEach((first, index) => {
    for (const second of computed.slice(index + 1))
      if (isWithin(first, second) || isWithin(second, first))
        refuse(first, second, `${first} and ${second} are computed, and one holds the other.`);
  });
  for (const [left, right] of mirrors.flatMap(({ pairs }) => pairs))
    if (computed.includes(left) && computed.includes(right))
      refuse(left, right, `${left} and ${right} are one answer while a mirror holds, and both are computed.`);
}

function weighHiding(pointer: Pointer, rule: PlanRule, { nodes, operators }: RuleSet, findings: Findings): void {
  if (!isAlwaysRequired(pointer, nodes)) return;
  const outcome = constantOf(rule, operators);
  const isHidden = outcome !== undefined && isTruthy(outcome) === (rule.effect === 'skip');
  if (isHidden)
    findings.refuse(
      'rule.hidden-required',
      FILE,
      pointer,
      `${pointer} is always hidden and always required.`,
      'Take it out of `required`, or show it.',
      [pointer, `${rule.effect} of ${rule.pointer}`],
    );
  else if (outcome === undefined)
    findings.advise(
      'rule.hides-required',
      FILE,
      pointer,
      `A rule may hide ${pointer}, which the data schema always requires.`,
      'Say the condition in the data schema: required in the branch where it applies, `false` in the other.',
    );
}

/** Required with no condition, and so is all that it stands in. */
function isAlwaysRequired(pointer: Pointer, nodes: ReadonlyMap<Pointer, PlanNode>): boolean {
  for (let here: Pointer | undefined = pointer; here !== undefined && here !== ''; here = parentOf(here))
    if (nodes.get(here)?.required !== true) return false;
  return true;
}

/** The outcome of a rule that rests on no answer and no day; undefined for every other. */
function constantOf({ reads, expression }: PlanRule, operators: ReadonlyMap<string, Operator>): Outcome {
  if (reads.length > 0 || /"(today|age)":/u.test(JSON.stringify(expression))) return undefined;
  return runExpression(expression, { read: () => undefined, today: '2000-01-01', at: '', operators }).outcome;
}
