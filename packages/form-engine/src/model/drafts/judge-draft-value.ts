/**
 * Whether a value of a draft can stand at a place of another plan at all.
 */
import type { Issue } from '@motcua/schemas';
import { isObject } from '../../data/json.js';
import type { JsonValue, PlanNode } from '../../plan/plan.js';
import type { PlanIndex } from '../plan-index.js';

/** Why it cannot; undefined: it can, and what conditions say of it is the form's to tell. */
export type Judge = (node: PlanNode, value: JsonValue) => 'draft.kind-changed' | 'draft.value-not-allowed' | undefined;

/** Only what holds without a condition decides here; the rest is the form's to say. */
export function createJudge({ validator }: PlanIndex): Judge {
  return (node, value) => {
    const checks = node.checks ?? [];
    const issues = checks
      .filter(({ condition }) => condition === undefined)
      .flatMap(({ schema }): readonly Issue[] => validator.at(schema).issues(value, ''));
    if (issues.some(({ code, pointer }) => code === 'keyword.type' && pointer === '')) return 'draft.kind-changed';
    const isUnlisted = issues.some(({ code }) => code === 'keyword.enum' || code === 'keyword.const');
    return isUnlisted && !isObject(value) ? 'draft.value-not-allowed' : undefined;
  };
}
