/**
 * Leaves out the conditions on which no node rests, as those inside a value that one control fills in whole.
 */
import type { PlanCondition, PlanNode } from '../plan/plan.js';

/** The conditions that are used, with ids from 0, and the same tree with those ids. */
export function keepUsedConditions(
  root: PlanNode,
  conditions: readonly PlanCondition[],
): { root: PlanNode; conditions: PlanCondition[] } {
  if (conditions.length === 0) return { root, conditions: [] };
  const used = new Set<number>();
  const use = (id: number | undefined): void => {
    for (let here = id; here !== undefined && !used.has(here); here = conditions[here]?.parent) used.add(here);
  };
  walk(root, use);
  const ids = new Map([...used].sort((left, right) => left - right).map((id, place) => [id, place]));
  if (ids.size === conditions.length) return { root, conditions: [...conditions] };
  const newId = (id: number): number => ids.get(id) ?? id;
  return {
    root: renumber(root, newId),
    conditions: conditions.flatMap(({ parent, ...condition }) =>
      used.has(condition.id)
        ? [{ ...condition, id: newId(condition.id), ...(parent === undefined ? {} : { parent: newId(parent) }) }]
        : [],
    ),
  };
}

function walk(node: PlanNode, use: (id: number | undefined) => void): void {
  for (const list of [node.requiredWhen, node.hiddenWhen, node.declaredWhen]) list?.forEach(use);
  node.checks?.forEach(({ condition }) => use(condition));
  node.parts?.forEach(({ hiddenWhen }) => hiddenWhen.forEach(use));
  for (const below of [...(node.children ?? []), node.items, node.entries]) if (below !== undefined) walk(below, use);
}

function renumber(node: PlanNode, newId: (id: number) => number): PlanNode {
  const { requiredWhen, hiddenWhen, declaredWhen, checks, parts, children, items, entries } = node;
  return {
    ...node,
    ...(requiredWhen && { requiredWhen: requiredWhen.map(newId) }),
    ...(hiddenWhen && { hiddenWhen: hiddenWhen.map(newId) }),
    ...(declaredWhen && { declaredWhen: declaredWhen.map(newId) }),
    ...(checks && {
      checks: checks.map((check) =>
        check.condition === undefined ? check : { ...check, condition: newId(check.condition) },
      ),
    }),
    ...(parts && { parts: parts.map((part) => ({ ...part, hiddenWhen: part.hiddenWhen.map(newId) })) }),
    ...(children && { children: children.map((child) => renumber(child, newId)) }),
    ...(items && { items: renumber(items, newId) }),
    ...(entries && { entries: renumber(entries, newId) }),
  };
}
