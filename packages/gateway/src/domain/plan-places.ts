/**
 * The places of a plan at which an answer stands, with the answer.
 */
import type { JsonObject, JsonValue, Plan, PlanNode } from '@motcua/form-engine';

export interface PlanPlace {
  node: PlanNode;
  pointer: string;
  value: JsonValue;
}

/** Every node of the plan that has an answer, parents first. */
export function listAnsweredPlaces(plan: Plan, data: JsonObject): PlanPlace[] {
  return listBelow(plan.root, data);
}

function listBelow(node: PlanNode, data: JsonObject): PlanPlace[] {
  const value = readAt(data, node.pointer);
  if (value === undefined) return [];
  return [{ node, pointer: node.pointer, value }, ...(node.children ?? []).flatMap((child) => listBelow(child, data))];
}

function readAt(data: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = data;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const name: string = token.replace(/~1/g, '/').replace(/~0/g, '~');
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}
