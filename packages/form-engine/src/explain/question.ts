/**
 * One question about a place: what it is in the plan, how it stands, and a reader of the plan at that place.
 */
import type { FieldState, ListState } from '../model/form.js';
import { tokensOf } from '../data/pointer.js';
import type { Plan, PlanNode, PlanRule, Pointer, RuleEffect } from '../plan/plan.js';
import type { PlanReader } from './evaluate-plan.js';
import type { Reason } from './explanation.js';
import { findRequired, placeOfSchema } from './source-places.js';

/** What fields and lists have in common, and what only fields say. */
export type AskedState = Pick<ListState, 'visible' | 'required' | 'readOnly' | 'enabled' | 'issues'> &
  Partial<Pick<FieldState, 'value' | 'provenance' | 'readOnlyReason'>>;

/** What is asked about. */
export interface Question {
  plan: Plan;
  node: PlanNode;
  pointer: Pointer;
  state: AskedState;
  reader: PlanReader;
}

/** What demands an answer, or could. */
export function listDemands({ plan, node, reader }: Question): Reason[] {
  const place = findRequired(plan, node.schema, tokensOf(node.pointer).at(-1) ?? '');
  const always: Reason = {
    by: 'keyword',
    effect: 'requires',
    holds: true,
    ...(place === undefined ? {} : { place: placeOfSchema(plan, place) }),
    reads: [],
  };
  return [
    ...(node.required === true ? [always] : []),
    ...(node.requiredWhen?.map((id) => reader.condition(id, 'requires')) ?? []),
  ];
}

/** The rules of one effect that stand at a place. */
export function rulesAt({ rules }: Plan, pointer: Pointer, effect: RuleEffect): PlanRule[] {
  return rules.filter((rule) => rule.effect === effect && rule.pointer === pointer);
}
