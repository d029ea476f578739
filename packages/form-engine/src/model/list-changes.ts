/**
 * Which answers of a plan differ between two documents.
 */
import { isEqual, readAt } from '../data/json.js';
import type { JsonObject, Plan, PlanNode, Pointer } from '../plan/plan.js';

/** Pointers of the fields whose answers differ, in the order of the plan. */
export function listChanges({ root }: Plan, before: JsonObject, after: JsonObject): Pointer[] {
  return listFields(root).filter((pointer) => !isEqual(readAt(before, pointer), readAt(after, pointer)));
}

/** Nodes without children are fields. */
function listFields(node: PlanNode): Pointer[] {
  return node.children === undefined ? [node.pointer] : node.children.flatMap(listFields);
}
