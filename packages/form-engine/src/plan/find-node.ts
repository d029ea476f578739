/**
 * Which node of a plan describes a place in answers: through rows of lists, entries of maps, and schemas that contain themselves.
 */
import { tokensOf } from '../data/pointer.js';
import type { Plan, PlanNode } from './plan.js';

/** A node and how many tokens of the place it took to come there. */
export interface FoundNode {
  node: PlanNode;
  /** The node that describes it, where the schema contains itself; otherwise the same. */
  target: PlanNode;
  depth: number;
}

/** A node that holds no further nodes: what a field shows. */
export function isField(node: PlanNode): boolean {
  return (
    node.children === undefined && node.items === undefined && node.entries === undefined && node.sameAs === undefined
  );
}

/** Finds nodes by place. Ends at the first field on the way; undefined where the plan has nothing. */
export function createNodeFinder(plan: Plan): (tokens: readonly (string | number)[]) => FoundNode | undefined {
  const byId = new Map<number, PlanNode>();
  const note = (node: PlanNode): void => {
    byId.set(node.id, node);
    for (const below of listBelow(node)) note(below);
  };
  note(plan.root);
  const open = (node: PlanNode): PlanNode => (node.sameAs === undefined ? node : (byId.get(node.sameAs) ?? node));

  return (tokens) => {
    let here = plan.root;
    for (const [depth, token] of tokens.entries()) {
      if (isField(here)) return { node: here, target: here, depth };
      const next = step(open(here), token);
      if (next === undefined) return undefined;
      here = next;
    }
    return { node: here, target: open(here), depth: tokens.length };
  };
}

/** The nodes directly below one: children, and the templates of rows and entries. */
export function listBelow({ children = [], items, entries }: PlanNode): PlanNode[] {
  return [...children, ...(items === undefined ? [] : [items]), ...(entries === undefined ? [] : [entries])];
}

/** Children by name, read once for each node. */
const named = new WeakMap<PlanNode, ReadonlyMap<string, PlanNode>>();

function namesOf(node: PlanNode): ReadonlyMap<string, PlanNode> {
  const known = named.get(node);
  if (known !== undefined) return known;
  const names = new Map((node.children ?? []).map((child) => [tokensOf(child.pointer).at(-1) ?? '', child]));
  named.set(node, names);
  return names;
}

function step(node: PlanNode, token: string | number): PlanNode | undefined {
  const { items, entries } = node;
  const child = namesOf(node).get(String(token));
  if (child !== undefined) return child;
  return /^(0|[1-9]\d*)$/u.test(String(token)) && items !== undefined ? items : entries;
}
