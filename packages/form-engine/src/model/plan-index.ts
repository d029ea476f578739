/**
 * A plan made ready to run: nodes linked to their parents, what each condition and rule concerns, and the validator.
 */
import { tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import { findKind } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import { type Plan, PLAN_FORMAT, type PlanNode, type PlanPart, type Pointer } from '../plan/plan.js';
import { createValidator, type Validator } from '../vocabulary/create-validator.js';

/** A node of the plan with its surroundings. */
export interface LiveNode extends Omit<PlanNode, 'children' | 'parts'> {
  /** As it stands in the plan. */
  planned: PlanNode;
  name: string;
  parent: LiveNode | undefined;
  children: readonly LiveNode[] | undefined;
  parts: readonly (PlanPart & { tokens: readonly string[] })[] | undefined;
  /** Undefined for groups. */
  fieldKind: FieldKind | undefined;
  visibleRules: readonly number[];
  enabledRules: readonly number[];
  /** Rules that say something is wrong, or worth a look. */
  findingRules: readonly number[];
  isComputed: boolean;
  twins: { mirror: number; twin: LiveNode }[];
  /** Index of the step on which it stands, and its place in the order of the page; -1 for neither. */
  step: number;
  position: number;
}

/** The index of one plan. */
export interface PlanIndex {
  plan: Plan;
  nodes: readonly LiveNode[];
  leaves: readonly LiveNode[];
  byPointer: ReadonlyMap<Pointer, LiveNode>;
  /** By condition: the nodes it concerns, and the cells of the conditions under it. */
  nodesOfCondition: readonly (readonly LiveNode[])[];
  conditionsUnder: readonly (readonly number[])[];
  dependents(pointer: Pointer): readonly number[];
  validator: Validator<boolean | undefined>;
}

const NONE: readonly number[] = [];

/**
 * Links a plan.
 *
 * @param kinds beside those that every page has
 * @throws {FormError} `plan.foreign-format` when another version of the engine made it, `plan.malformed` when it is no plan,
 * `plan.kind-missing` when a field is of a kind that is neither built in nor given.
 */
export function indexPlan(plan: Plan, kinds: readonly FieldKind[] = []): PlanIndex {
  refuseForeignPlan(plan);
  const nodes = linkNodes(plan, kinds);
  const byPointer = new Map(nodes.map((node) => [node.pointer, node]));
  linkTwins(plan, byPointer);
  linkSteps(plan, byPointer);
  return {
    plan,
    nodes,
    leaves: nodes.filter((node) => node.children === undefined),
    byPointer,
    nodesOfCondition: listNodesOfConditions(plan, nodes),
    conditionsUnder: listConditionsUnder(plan),
    dependents: (pointer) =>
      Object.hasOwn(plan.dependents, pointer) ? (plan.dependents[pointer]?.cells ?? NONE) : NONE,
    validator: createValidator(plan.schema, plan.patterns === 'defer' ? { patterns: 'defer' } : {}),
  };
}

function refuseForeignPlan(plan: Plan): void {
  const format: unknown = (plan as Partial<Plan> | undefined)?.planFormat;
  if (typeof format !== 'number')
    throw new FormError('plan.malformed', 'This is no plan.', { cure: 'Fetch the plan from the gateway.' });
  if (format !== PLAN_FORMAT) {
    throw new FormError(
      'plan.foreign-format',
      `The plan has format ${format}; this engine runs format ${PLAN_FORMAT}.`,
      { cure: 'Load the engine that belongs to the gateway.' },
    );
  }
}

function linkNodes(plan: Plan, kinds: readonly FieldKind[]): LiveNode[] {
  const nodes: LiveNode[] = [];
  const rulesOf = new Map<string, number[]>();
  for (const rule of plan.rules) {
    const key = `${rule.effect} ${rule.pointer}`;
    rulesOf.set(key, [...(rulesOf.get(key) ?? []), rule.id]);
  }
  const link = (source: PlanNode, parent: LiveNode | undefined): LiveNode => {
    const children: LiveNode[] = [];
    const { parts, pointer } = source;
    const depth = tokensOf(pointer).length;
    const node: LiveNode = {
      ...source,
      planned: source,
      name: tokensOf(pointer).at(-1) ?? '',
      parent,
      children: source.children === undefined ? undefined : children,
      parts: parts?.map((part) => ({ ...part, tokens: tokensOf(part.pointer).slice(depth) })),
      fieldKind: source.children === undefined ? kindOf(source, kinds) : undefined,
      visibleRules: rulesOf.get(`visible ${pointer}`) ?? NONE,
      enabledRules: rulesOf.get(`enabled ${pointer}`) ?? NONE,
      findingRules: [...(rulesOf.get(`error ${pointer}`) ?? NONE), ...(rulesOf.get(`warning ${pointer}`) ?? NONE)],
      isComputed: rulesOf.has(`computed ${pointer}`),
      twins: [],
      step: -1,
      position: -1,
    };
    nodes[node.id] = node;
    for (const child of source.children ?? []) children.push(link(child, node));
    return node;
  };
  link(plan.root, undefined);
  return nodes;
}

/** A field without its kind would keep what was typed as if it were the value. */
function kindOf({ kind, pointer }: PlanNode, further: readonly FieldKind[]): FieldKind {
  const found = findKind(kind, further);
  if (found !== undefined) return found;
  throw new FormError('plan.kind-missing', `No kind ${kind}.`, {
    pointer,
    cure: 'Pass FURTHER_KINDS as `kinds`.',
  });
}

function linkTwins(plan: Plan, byPointer: ReadonlyMap<Pointer, LiveNode>): void {
  for (const { id, pairs } of plan.mirrors) {
    for (const [left, right] of pairs) {
      const first = byPointer.get(left);
      const second = byPointer.get(right);
      if (first === undefined || second === undefined) continue;
      first.twins.push({ mirror: id, twin: second });
      second.twins.push({ mirror: id, twin: first });
    }
  }
}

function linkSteps(plan: Plan, byPointer: ReadonlyMap<Pointer, LiveNode>): void {
  let position = 0;
  plan.steps.forEach((step, index) => {
    for (const pointer of step.sections.flatMap(({ fields }) => fields)) {
      const node = byPointer.get(pointer);
      if (node === undefined) continue;
      node.step = index;
      node.position = position;
      position += 1;
    }
  });
}

function listNodesOfConditions(plan: Plan, nodes: readonly LiveNode[]): LiveNode[][] {
  const lists = plan.conditions.map(() => new Set<LiveNode>());
  for (const node of nodes) {
    const ids = [
      node.hiddenWhen,
      node.declaredWhen,
      node.requiredWhen,
      node.checks?.flatMap(({ condition }) => condition ?? []),
      node.parts?.flatMap(({ hiddenWhen }) => hiddenWhen),
    ];
    for (const id of ids.flatMap((list) => list ?? [])) lists[id]?.add(node);
  }
  return lists.map((list) => [...list]);
}

function listConditionsUnder(plan: Plan): number[][] {
  const lists = plan.conditions.map((): number[] => []);
  plan.order.forEach((cell, place) => {
    const parent = 'condition' in cell ? plan.conditions[cell.condition]?.parent : undefined;
    if (parent !== undefined) lists[parent]?.push(place);
  });
  return lists;
}
