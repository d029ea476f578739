/**
 * The place of the form that holds a place in the answers: names that a client made up are not part of it, so it may be logged.
 */
import type { Plan, PlanNode, Pointer } from '@motcua/form-engine';

/** @returns the pointer of the deepest node of the plan at or above the given place; the empty string for the whole */
export function findPlaceInForm({ root }: Plan, pointer: Pointer): Pointer {
  let node: PlanNode = root;
  for (;;) {
    const inner: PlanNode | undefined = node.children?.find(
      (child) => pointer === child.pointer || pointer.startsWith(`${child.pointer}/`),
    );
    if (!inner) return node.pointer;
    node = inner;
  }
}
