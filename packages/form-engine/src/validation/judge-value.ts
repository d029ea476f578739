/**
 * Everything that is wrong with the answer at one node, as conditions stand: schemas, requiredness, dates, warnings.
 */
import type { Issue } from '@motcua/schemas';
import { isTruthy } from '../expression/expression.js';
import { findUnsafeIntegers } from '../data/limits.js';
import { isEqual, isObject, ownValue, readAt } from '../data/json.js';
import type { Answers } from '../model/answers.js';
import type { LiveNode, PlanIndex } from '../model/plan-index.js';
import type { JsonValue, PlanCheck } from '../plan/plan.js';

/** Issues of the answer that applies at a leaf; none where nothing applies. */
export function judgeValue(node: LiveNode, answers: Answers, index: PlanIndex): Issue[] {
  if (!answers.applies(node)) return [];
  const value = answers.value(node);
  if (value === undefined) return answers.isRequired(node) ? [errorAt(node, 'keyword.required')] : [];
  const issues: Issue[] = [];
  for (const check of activeChecks(node, answers)) {
    for (const issue of index.validator.at(check.schema).issues(value, node.pointer)) {
      if (!issues.some((known) => known.code === issue.code && known.pointer === issue.pointer)) issues.push(issue);
    }
  }
  for (const issue of findUnsafeIntegers(value)) issues.push({ ...issue, pointer: node.pointer + issue.pointer });
  return [...issues, ...adviseOn(node, value), ...judgeByRules(node, answers, index)];
}

function adviseOn(node: LiveNode, value: JsonValue): Issue[] {
  const found = node.fieldKind?.advise?.(value) ?? [];
  return found.map((advice) => ({ ...errorAt(node, advice.code, advice.params), severity: 'warning' }));
}

/** The values that are left of a choice under the conditions that hold; undefined: all that the plan names. */
export function findAllowed(node: LiveNode, answers: Answers, index: PlanIndex): readonly JsonValue[] | undefined {
  let allowed: readonly JsonValue[] | undefined;
  for (const check of activeChecks(node, answers)) {
    if (check.condition === undefined) continue;
    const schema = readAt(index.plan.schema, check.schema);
    if (!isObject(schema)) continue;
    const only = listed(schema);
    const not = isObject(schema['not']) ? listed(schema['not']) : undefined;
    if (only !== undefined)
      allowed = (allowed ?? node.options?.values ?? only).filter((value) =>
        only.some((other) => isEqual(other, value)),
      );
    if (not !== undefined)
      allowed = (allowed ?? node.options?.values)?.filter((value) => !not.some((other) => isEqual(other, value)));
  }
  return allowed;
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
  return (node.checks ?? []).filter(({ condition }) => condition === undefined || answers.isHolding(condition));
}

function listed(schema: { [name: string]: JsonValue }): readonly JsonValue[] | undefined {
  const constant = ownValue(schema, 'const');
  if (constant !== undefined) return [constant];
  const values = ownValue(schema, 'enum');
  return Array.isArray(values) ? values : undefined;
}

function judgeByRules(node: LiveNode, answers: Answers, index: PlanIndex): Issue[] {
  return node.findingRules.flatMap((id) => {
    const outcome = answers.outcome(id);
    const { code, effect } = index.plan.rules[id] ?? {};
    if (outcome === undefined || !isTruthy(outcome) || code === undefined) return [];
    return [
      { code, severity: effect === 'error' ? 'error' : 'warning', source: 'rule', pointer: node.pointer, params: {} },
    ];
  });
}
