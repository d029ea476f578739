/** The answers of a dossier as sections to read, one a step of the form. */
import type { JsonObject, Plan, PlanNode, Pointer } from '@motcua/form-engine/runtime';
import type { ReviewRow, ReviewSection } from '../elements/review-list/review-list.js';
import { type AnswerContext, describeAnswer } from '../form/answer-text.js';
import { textsAt } from '../form/procedure-texts.js';

export interface AnswerSource {
  plan: Plan;
  data: JsonObject;
  context: AnswerContext;
  /** Fields that are left out. */
  without?: (pointer: Pointer) => boolean;
  editable?: boolean;
}

export function listAnswerSections(source: AnswerSource): ReviewSection[] {
  const { plan, context, without = () => false, editable = false } = source;
  const nodes = new Map(listNodes(plan.root).map((node) => [node.pointer, node]));
  return plan.steps
    .map((step) => ({
      id: step.id,
      title: context.texts.steps[step.id]?.title ?? step.id,
      editable,
      rows: step.sections
        .flatMap(({ fields }) => fields)
        .filter((pointer) => !without(pointer))
        .flatMap((pointer) => rowOf(nodes.get(pointer), source)),
    }))
    .filter(({ rows }) => editable || rows.length > 0);
}

function rowOf(node: PlanNode | undefined, { data, context }: AnswerSource): readonly ReviewRow[] {
  const value = node && readValue(data, node.pointer);
  if (!node || value === undefined) return [];
  const { label, reviewLabel } = textsAt(context.texts, node.pointer);
  const { text, detail } = describeAnswer(value, node, context);
  return [{ label: reviewLabel ?? label, value: text, ...(detail === undefined ? {} : { note: detail }) }];
}

function readValue(data: JsonObject, pointer: Pointer): JsonObject[string] | undefined {
  let at: JsonObject[string] | undefined = data;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

function listNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}
