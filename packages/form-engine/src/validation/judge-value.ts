/**
 * Everything that is wrong with the answer at one node, as conditions stand: schemas, requiredness, dates, warnings.
 */
import type { Issue } from '@motcua/schemas';
import { isTruthy } from '../expression/expression.js';
import { findUnsafeIntegers } from '../data/limits.js';
import type { Answers } from '../model/answers.js';
import type { LiveNode } from '../model/live-node.js';
import type { PlanIndex } from '../model/plan-index.js';
import type { JsonValue, PlanCheck } from '../plan/plan.js';

/** Issues of the answer that applies at a leaf; none where nothing applies. */
export function judgeValue(node: LiveNode, answers: Answers, index: PlanIndex): Issue[] {
  if (!answers.applies(node)) return [];
  const value = answers.value(node);
  const ofRules = [...judgeSteps(node, answers), ...judgeByRules(node, answers, index)];
  if (value === undefined) return answers.isRequired(node) ? [errorAt(node, 'keyword.required'), ...ofRules] : ofRules;
  const issues: Issue[] = [];
  for (const check of activeChecks(node, answers)) {
    for (const issue of index.validator.at(check.schema).issues(value, node.pointer)) {
      if (!issues.some((known) => known.code === issue.code && known.pointer === issue.pointer)) issues.push(issue);
    }
  }
  for (const issue of findUnsafeIntegers(value)) issues.push({ ...issue, pointer: node.pointer + issue.pointer });
  return [...issues, ...adviseOn(node, value), ...judgeOptions(node, value, answers), ...ofRules];
}

function adviseOn(node: LiveNode, value: JsonValue): Issue[] {
  const found = node.fieldKind?.advise?.(value) ?? [];
  return found.map((advice) => ({ ...errorAt(node, advice.code, advice.params), severity: 'warning' }));
}

/** The fault of an input or value that a server, a rule or a kind found. */
export function errorAt(node: LiveNode, code: string, params: Issue['params'] = {}): Issue {
  return {
    code,
    severity: 'error',
    source: code.startsWith('kind.') ? 'control' : 'schema',
    pointer: node.pointer,
    params,
  };
}

function activeChecks(node: LiveNode, answers: Answers): readonly PlanCheck[] {
  return (node.planned.checks ?? []).filter(
    ({ condition }) => condition === undefined || answers.isHolding(node, condition),
  );
}

/** A choice, or one item of several, that a rule leaves out. */
function judgeOptions(node: LiveNode, value: JsonValue, answers: Answers): Issue[] {
  const chosen = Array.isArray(value) ? value : [value];
  const isLeftOut = node.shape.optionRules.some((rule) => chosen.some((one) => !answers.keepsOption(node, rule, one)));
  return isLeftOut ? [ruleIssueAt(node, 'rule.option-unavailable')] : [];
}

/** A rule that is too costly decides nothing; that it should is known to nobody but its author, and nothing is sent meanwhile. */
function judgeSteps(node: LiveNode, answers: Answers): Issue[] {
  const { visibleRules, enabledRules, skipRules, optionRules, findingRules, computedRules } = node.shape;
  const rules = [...visibleRules, ...enabledRules, ...skipRules, ...optionRules, ...findingRules, ...computedRules];
  return rules.some((rule) => answers.isSpent(node, rule)) ? [ruleIssueAt(node, 'rule.limit-steps')] : [];
}

function ruleIssueAt(node: LiveNode, code: string): Issue {
  return { code, severity: 'error', source: 'rule', pointer: node.pointer, params: {} };
}

function judgeByRules(node: LiveNode, answers: Answers, index: PlanIndex): Issue[] {
  return node.shape.findingRules.flatMap((id) => {
    const outcome = answers.outcome(node, id);
    const { code, effect } = index.plan.rules[id] ?? {};
    if (outcome === undefined || !isTruthy(outcome) || code === undefined) return [];
    return [
      { code, severity: effect === 'error' ? 'error' : 'warning', source: 'rule', pointer: node.pointer, params: {} },
    ];
  });
}
