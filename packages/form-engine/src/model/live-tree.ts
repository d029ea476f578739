/**
 * Ways through the tree of what is live: by token, by shape, by scope.
 */
import { type LiveNode, offsetOf, type Scope } from './live-node.js';
import type { Home, NodeShape } from './node-shape.js';

/** The node one token further; undefined where there is none. */
export function step(node: LiveNode, token: string): LiveNode | undefined {
  const { container, byName } = node.shape;
  if (container === 'optional') {
    const inside = node.rows?.[0];
    return inside && step(inside, token);
  }
  const child = byName?.get(token);
  if (child !== undefined) return node.children?.[child];
  if (container === 'entries') return node.rows?.find(({ name }) => name === token);
  return /^(0|[1-9]\d*)$/u.test(token) ? node.rows?.[Number(token) - offsetOf(node)] : undefined;
}

/** Visits the live nodes of a shape that a scope concerns. */
export function eachLive(shape: NodeShape, scope: Scope, act: (node: LiveNode) => void): void {
  eachScope(shape.home, scope, ({ nodes }) => {
    const node = nodes[shape.slot];
    if (node !== undefined) act(node);
  });
}

/** The live node of a shape in the scope around. */
export function nearest(shape: NodeShape | undefined, scope: Scope): LiveNode | undefined {
  return shape && scope.outer(shape.home)?.nodes[shape.slot];
}

/** The scopes that begin in a node or below it. */
export function scopesOf(node: LiveNode): Scope[] {
  const found: Scope[] = [];
  eachNode(node, ({ shape, scope }) => {
    if (shape.home.root === shape) found.push(scope);
  });
  return found;
}

/** Visits the scopes of a home that a place in `from` concerns: the one around it, or all that are inside. */
export function eachScope(home: Home, from: Scope, act: (scope: Scope) => void): void {
  const around = from.outer(home);
  if (around !== undefined) return act(around);
  let above: Scope | undefined = from;
  while (above !== undefined && !above.home.reach.has(home)) above = above.parent;
  const enter = (scope: Scope): void => {
    for (const [inner, scopes] of scope.inner) {
      if (inner !== home && !inner.reach.has(home)) continue;
      for (const one of scopes) {
        if (inner === home) act(one);
        if (inner.reach.has(home)) enter(one);
      }
    }
  };
  if (above !== undefined) enter(above);
}

/** Visits every node below one and itself, groups before what is in them. */
export function eachNode(node: LiveNode, act: (node: LiveNode) => void): void {
  act(node);
  for (const child of node.children ?? []) eachNode(child, act);
  for (const row of node.rows ?? []) eachNode(row, act);
}

/** Does a place of a tuple come before one that is answered, or among those that there must be? */
export function isBeforeAnswer(tuple: LiveNode, place: number): boolean {
  const { children = [], rows = [], shape } = tuple;
  if (place < (shape.planned.minItems ?? 0) && tuple.counts) return true;
  return rows.length > 0 || children.slice(place + 1).some(({ shown }) => shown !== undefined);
}
