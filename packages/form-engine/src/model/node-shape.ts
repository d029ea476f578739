/**
 * What is the same for every row of a list, said once: the shapes of the nodes, and the homes in which they are live.
 */
import { tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import { findKind } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import { listBelow } from '../plan/find-node.js';
import type { Plan, PlanNode, PlanPart, Pointer } from '../plan/plan.js';

const NONE: readonly number[] = [];

/** What a node of the plan is wherever it is live. */
export interface NodeShape {
  planned: PlanNode;
  /** In a list the template, with `*`. */
  pointer: Pointer;
  name: string;
  parent: NodeShape | undefined;
  /** Undefined for fields. */
  container: 'object' | 'tuple' | 'list' | 'entries' | 'optional' | undefined;
  children: readonly NodeShape[] | undefined;
  byName: ReadonlyMap<string, number> | undefined;
  /** What each row of a list, each entry of a map, or the inside of an optional group is. */
  row: NodeShape | undefined;
  home: Home;
  /** Its place among the nodes of its home. */
  slot: number;
  /** Undefined for groups. */
  fieldKind: FieldKind | undefined;
  parts: readonly (PlanPart & { tokens: readonly string[] })[] | undefined;
  visibleRules: readonly number[];
  enabledRules: readonly number[];
  /** Rules that say something is wrong, or worth a look. */
  findingRules: readonly number[];
  /** Rules that narrow the options. */
  optionRules: readonly number[];
  /** Rules of the step on which it stands: while one is true, it does not apply. */
  skipRules: readonly number[];
  computedRules: readonly number[];
  isComputed: boolean;
  /** The only value there can be, which the form fills in. An answer that says yes is never filled in. */
  isFilled: boolean;
  twins: { mirror: number; shape: NodeShape }[];
  /** Index of the step on which it stands, and its place in the order of the page; -1 for neither. */
  step: number;
  position: number;
}

/** What is live once together: the whole, a row, or a part that a schema repeats inside itself. */
export interface Home {
  pointer: Pointer;
  root: NodeShape;
  /** Nodes in it, and how many conditions, rules and mirrors it holds. */
  slots: number;
  conditions: number;
  rules: number;
  mirrors: number;
  /** Places in `plan.order` of its cells. */
  cells: number[];
  /** Homes that can be live directly inside it, and all that they can hold. */
  inner: Set<Home>;
  reach: Set<Home>;
}

/** Links the nodes of a plan: the shapes by id, and the homes in which they are live. */
export function linkShapes(plan: Plan, kinds: readonly FieldKind[]): { shapes: NodeShape[]; homes: Home[] } {
  const shapes: NodeShape[] = [];
  const homes: Home[] = [];
  const repeated = new Set<number>([plan.root.id]);
  const note = (node: PlanNode): void => {
    if (node.sameAs !== undefined) repeated.add(node.sameAs);
    for (const row of [node.items, node.entries])
      if (row !== undefined && row.sameAs === undefined) repeated.add(row.id);
    listBelow(node).forEach(note);
  };
  note(plan.root);
  const rulesOf = indexRules(plan);

  const link = (planned: PlanNode, parent: NodeShape | undefined): NodeShape => {
    const { pointer, parts, id } = planned;
    const depth = tokensOf(pointer).length;
    const container = containerOf(planned);
    const of = (effect: string): readonly number[] => rulesOf.get(`${effect} ${pointer}`) ?? NONE;
    const shape = {
      planned,
      pointer,
      name: tokensOf(pointer).at(-1) ?? '',
      parent,
      container,
      fieldKind: container === undefined ? kindOf(planned, kinds) : undefined,
      parts: parts?.map((part) => ({ ...part, tokens: tokensOf(part.pointer).slice(depth) })),
      visibleRules: of('visible'),
      enabledRules: of('enabled'),
      findingRules: both(of('error'), of('warning')),
      optionRules: of('options'),
      skipRules: of('skip'),
      computedRules: of('computed'),
      isComputed: rulesOf.has(`computed ${pointer}`),
      isFilled: planned.constant !== undefined && typeof planned.constant !== 'boolean' && planned.required === true,
      twins: [],
      step: parent?.step ?? -1,
      position: parent?.position ?? -1,
    } as unknown as NodeShape;
    shapes[id] = shape;
    shape.home = repeated.has(id) ? openHome(shape, homes) : (parent as NodeShape).home;
    shape.slot = shape.home.slots;
    shape.home.slots += 1;
    shape.children = planned.children?.map((child) => link(child, shape));
    if (shape.children !== undefined) shape.byName = new Map(shape.children.map(({ name }, place) => [name, place]));
    const row = planned.items ?? planned.entries;
    if (row !== undefined && row.sameAs === undefined) shape.row = link(row, shape);
    else if (row !== undefined) link(row, shape);
    const same = row?.sameAs ?? (container === 'optional' ? planned.sameAs : undefined);
    if (same !== undefined) shape.row = shapes[same];
    for (const held of [...(shape.children ?? []), shape.row])
      if (held !== undefined && held.home !== shape.home) shape.home.inner.add(held.home);
    return shape;
  };
  link(plan.root, undefined);
  return { shapes, homes };
}

function openHome(root: NodeShape, homes: Home[]): Home {
  const home: Home = {
    pointer: root.pointer,
    root,
    slots: 0,
    conditions: 0,
    rules: 0,
    mirrors: 0,
    cells: [],
    inner: new Set(),
    reach: new Set(),
  };
  homes.push(home);
  return home;
}

function containerOf({ kind, children, items, entries, sameAs }: PlanNode): NodeShape['container'] {
  if (kind === 'tuple' || kind === 'list' || kind === 'entries' || kind === 'optional') return kind;
  if (children !== undefined || sameAs !== undefined) return 'object';
  return items !== undefined ? 'list' : entries !== undefined ? 'entries' : undefined;
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

function both(errors: readonly number[], warnings: readonly number[]): readonly number[] {
  return errors.length + warnings.length === 0 ? NONE : [...errors, ...warnings];
}

function indexRules({ rules }: Plan): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const { effect, pointer, hides, id } of rules) {
    for (const place of hides ?? [pointer]) {
      const key = `${effect} ${place}`;
      const known = lists.get(key);
      if (known === undefined) lists.set(key, [id]);
      else known.push(id);
    }
  }
  return lists;
}

/** Links the two places of each pair. */
export function linkTwins(plan: Plan, byPointer: ReadonlyMap<Pointer, NodeShape>): void {
  for (const { id, pairs } of plan.mirrors) {
    for (const [left, right] of pairs) {
      const first = byPointer.get(left);
      const second = byPointer.get(right);
      if (first === undefined || second === undefined) continue;
      first.twins.push({ mirror: id, shape: second });
      second.twins.push({ mirror: id, shape: first });
    }
  }
}

/** What stands in a group of the step stands in the step. */
export function linkSteps(plan: Plan, root: NodeShape, byPointer: ReadonlyMap<Pointer, NodeShape>): void {
  let position = 0;
  plan.steps.forEach((step, index) => {
    for (const pointer of step.sections.flatMap(({ fields }) => fields)) {
      const shape = byPointer.get(pointer);
      if (shape === undefined) continue;
      shape.step = index;
      shape.position = position;
      position += 1;
    }
  });
  const inherit = (shape: NodeShape): void => {
    for (const below of [...(shape.children ?? []), shape.row]) {
      if (below === undefined || below.parent !== shape) continue;
      if (below.step < 0) [below.step, below.position] = [shape.step, shape.position];
      inherit(below);
    }
  };
  inherit(root);
}

/** Notes for each home what can be live inside it, however deep. */
export function linkReach(homes: readonly Home[]): void {
  for (const home of homes) {
    const open = [...home.inner];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (home.reach.has(next)) continue;
      home.reach.add(next);
      open.push(...next.inner);
    }
  }
}
