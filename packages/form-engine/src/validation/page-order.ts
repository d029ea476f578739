/**
 * Finds the field that an issue belongs to, and puts issues in the order of the page.
 */
import type { Issue } from '@motcua/schemas';
import { parentOf } from '../data/pointer.js';
import type { LiveNode, PlanIndex } from '../model/plan-index.js';
import type { Pointer } from '../plan/plan.js';

/** The leaf at a pointer or above it; undefined for groups and unknown places. */
export function findOwner(index: PlanIndex, pointer: Pointer): LiveNode | undefined {
  for (let here: Pointer | undefined = pointer; here !== undefined; here = parentOf(here)) {
    const node = index.byPointer.get(here);
    if (node !== undefined) return node.children === undefined ? node : undefined;
  }
  return undefined;
}

/** Issues in the order of their fields on the page; those of no field come last, in the order they came. */
export function sortByPage(index: PlanIndex, issues: readonly Issue[]): Issue[] {
  const positionOf = (issue: Issue): number => {
    const position = findOwner(index, issue.pointer)?.position ?? -1;
    return position < 0 ? Infinity : position;
  };
  return issues
    .map((issue, place) => ({ issue, place, position: positionOf(issue) }))
    .sort((left, right) =>
      left.position === right.position ? left.place - right.place : left.position - right.position,
    )
    .map(({ issue }) => issue);
}
