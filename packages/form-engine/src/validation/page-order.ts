/**
 * Finds the field or list that an issue belongs to, and puts issues in the order of the page.
 */
import type { Issue } from '@motcua/schemas';
import type { Answers } from '../model/answers.js';
import { type LiveNode, placeOf } from '../model/live-node.js';
import type { Pointer } from '../plan/plan.js';

/** The field at a pointer or above it, or the list where the row is not there; undefined for groups and unknown places. */
export function findOwner(answers: Answers, pointer: Pointer): LiveNode | undefined {
  const { node } = answers.reach(pointer);
  return node.isField || node.rows !== undefined ? node : undefined;
}

/** Issues in the order of their fields on the page; those of no field come last, in the order they came. */
export function sortByPage(answers: Answers, issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue, place) => ({ issue, place, way: wayOf(findOwner(answers, issue.pointer)) }))
    .sort((left, right) => compareWays(left.way, right.way) || left.place - right.place)
    .map(({ issue }) => issue);
}

/** Where a node comes on the page: at each list on the way the row, and in the row its place. */
function wayOf(node: LiveNode | undefined): number[] {
  if (node === undefined) return [Infinity];
  const way: number[] = [];
  for (let here: LiveNode = node; here.parent !== undefined; here = here.parent) {
    if (here.key !== undefined) way.push(here.shape.planned.id, placeOf(here));
    else if (here === node || here.rows !== undefined) way.push(orderOf(here));
  }
  return way.reverse();
}

/** The whole form is in the order of its steps, a row in the order of its plan. */
function orderOf({ shape, scope }: LiveNode): number {
  if (scope.parent !== undefined) return shape.planned.id;
  return shape.position < 0 ? Infinity : shape.position;
}

function compareWays(left: readonly number[], right: readonly number[]): number {
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const [one, other] = [left[place] ?? -1, right[place] ?? -1];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
