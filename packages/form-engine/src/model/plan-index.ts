/**
 * A plan made ready to run: its shapes and homes, where each condition and rule is live and what it concerns, and the validator.
 */
import { isWithin, parentOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { ExpressionContext, Operator } from '../expression/expression.js';
import { OPERATORS } from '../expression/operators/index.js';
import type { FieldKind } from '../kinds/kind.js';
import { type Plan, PLAN_FORMAT, type Pointer } from '../plan/plan.js';
import type { Vocabulary } from '../extend/define-vocabulary.js';
import { createValidator, type Validator } from '../vocabulary/create-validator.js';
import { type Home, linkReach, linkShapes, linkSteps, linkTwins, type NodeShape } from './node-shape.js';

/** The index of one plan. */
export interface PlanIndex {
  plan: Plan;
  root: NodeShape;
  /** By id. */
  shapes: readonly NodeShape[];
  byPointer: ReadonlyMap<Pointer, NodeShape>;
  isRecursive: boolean;
  /** Home and place in it, by id of condition, rule or mirror; homes by place in `plan.order`. */
  conditionAt: readonly CellPlace[];
  ruleAt: readonly CellPlace[];
  mirrorAt: readonly CellPlace[];
  cells: readonly Home[];
  /** By condition: the nodes it concerns, and the cells of the conditions under it. */
  shapesOfCondition: readonly (readonly NodeShape[])[];
  conditionsUnder: readonly (readonly number[])[];
  shapesOfRule(id: number): readonly NodeShape[];
  dependents(pointer: Pointer): readonly number[];
  /** The cells that look at a list as a whole; those of its rows do not. */
  dependentsOfRows(list: NodeShape): readonly number[];
  /** What every rule of the plan may ask for. */
  rules: Pick<ExpressionContext, 'operators' | 'tables' | 'calendar'>;
  validator: Validator<boolean | undefined>;
}

interface CellPlace {
  home: Home;
  slot: number;
}

const NONE: readonly number[] = [];
const NO_KINDS: readonly FieldKind[] = [];
const NO_OPERATORS: readonly Operator[] = [];

/** Plans are never changed, so each is linked once for all its forms and checks. */
const linked = new WeakMap<Plan, Linked>();

interface Linked {
  kinds: readonly FieldKind[];
  operators: readonly Operator[];
  vocabulary: Vocabulary | undefined;
  index: PlanIndex;
}

/**
 * Links a plan, or finds it linked.
 *
 * @param kinds beside those that every page has
 * @param operators beside those that every page has
 * @throws {FormError} `plan.foreign-format` when another version of the engine made it, `plan.malformed` when it is no plan,
 * `plan.vocabulary-missing` when its schema uses formats or keywords that are not given,
 * `plan.kind-missing` when a field is of a kind that is neither built in nor given, `plan.operator-missing` the same of a rule's operator.
 */
export function indexPlan(
  plan: Plan,
  kinds: readonly FieldKind[] = NO_KINDS,
  operators: readonly Operator[] = NO_OPERATORS,
  vocabulary?: Vocabulary,
): PlanIndex {
  refuseForeignPlan(plan);
  const known = linked.get(plan);
  if (known?.kinds === kinds && known.operators === operators && known.vocabulary === vocabulary) return known.index;
  const index = linkPlan(plan, kinds, operators, vocabulary);
  linked.set(plan, { kinds, operators, vocabulary, index });
  return index;
}

function linkPlan(
  plan: Plan,
  kinds: readonly FieldKind[],
  operators: readonly Operator[],
  vocabulary: Vocabulary | undefined,
): PlanIndex {
  refuseMissingVocabulary(plan, vocabulary);
  const { shapes, homes } = linkShapes(plan, [...kinds, ...(vocabulary?.kinds ?? [])]);
  const byPointer = new Map(shapes.map((shape) => [shape.pointer, shape]));
  const root = shapes[plan.root.id] as NodeShape;
  const homeOf = (pointer: Pointer): Home => {
    let here: Pointer | undefined = pointer;
    while (here !== undefined && !byPointer.has(here)) here = parentOf(here);
    return byPointer.get(here ?? '')?.home ?? root.home;
  };
  linkTwins(plan, byPointer);
  linkSteps(plan, root, byPointer);
  linkReach(homes);
  const conditionAt = plan.conditions.map(({ at }) => placeCell(homeOf(at), 'conditions'));
  const ruleAt = plan.rules.map(({ pointer }) => placeCell(homeOf(pointer), 'rules'));
  const mirrorAt = plan.mirrors.map(({ pairs }) => placeCell(deepest(pairs.flat().map(homeOf), root.home), 'mirrors'));
  const cells = plan.order.map((cell, place) => {
    const at =
      'condition' in cell ? conditionAt[cell.condition] : 'rule' in cell ? ruleAt[cell.rule] : mirrorAt[cell.mirror];
    const home = at?.home ?? root.home;
    home.cells.push(place);
    return home;
  });
  const dependents = (pointer: Pointer): readonly number[] =>
    Object.hasOwn(plan.dependents, pointer) ? (plan.dependents[pointer]?.cells ?? NONE) : NONE;
  const ofRows = new Map<NodeShape, readonly number[]>();
  return {
    plan,
    root,
    shapes,
    byPointer,
    isRecursive: shapes.some(({ planned }) => planned.sameAs !== undefined),
    conditionAt,
    ruleAt,
    mirrorAt,
    cells,
    shapesOfCondition: listShapesOfConditions(plan, shapes),
    conditionsUnder: listConditionsUnder(plan),
    shapesOfRule(id) {
      const rule = plan.rules[id];
      const pointers = rule?.hides ?? (rule === undefined ? [] : [rule.pointer]);
      return pointers.flatMap((pointer) => byPointer.get(pointer) ?? []);
    },
    dependents,
    dependentsOfRows(list) {
      const known = ofRows.get(list);
      if (known !== undefined) return known;
      const found = dependents(list.pointer).filter(
        (cell) =>
          cells[cell] === list.home ||
          !reaches(list.row?.home, cells[cell]) ||
          readsOf(plan, cell).some((read) => isWithin(list.pointer, read)),
      );
      ofRows.set(list, found);
      return found;
    },
    rules: gatherResources(plan, [...operators, ...(vocabulary?.operators ?? [])]),
    validator: openValidator(plan, vocabulary),
  };
}

function openValidator({ schema, patterns }: Plan, vocabulary: Vocabulary | undefined): Validator<boolean | undefined> {
  const spoken = vocabulary?.speak(schema);
  const known = spoken === undefined ? {} : { dialects: spoken.dialects, formats: vocabulary?.formats ?? {} };
  return createValidator(spoken?.schema ?? schema, patterns === 'defer' ? { ...known, patterns } : known);
}

/** A keyword or format that is not known is passed over: the form would take what the gateway refuses. */
function refuseMissingVocabulary({ vocabulary: needed = [] }: Plan, vocabulary: Vocabulary | undefined): void {
  const missing = needed.find((name) => vocabulary?.names.includes(name) !== true);
  if (missing !== undefined)
    throw new FormError('plan.vocabulary-missing', `The plan uses the ${missing}.`, {
      cure: 'Pass the `vocabulary` that it was compiled with.',
    });
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

/** A rule without its operator would be off, here and not on the gateway. */
function gatherResources(plan: Plan, further: readonly Operator[]): PlanIndex['rules'] {
  const { tables, calendar } = plan;
  const operators = new Map([...OPERATORS, ...further.map((operator) => [operator.name, operator] as const)]);
  const missing = plan.operators?.find((name) => !operators.has(name));
  if (missing !== undefined)
    throw new FormError('plan.operator-missing', `No operator ${missing}.`, {
      cure: 'Pass FURTHER_OPERATORS as `operators`.',
    });
  return { operators, ...(tables && { tables }), ...(calendar && { calendar }) };
}

function placeCell(home: Home, counter: 'conditions' | 'rules' | 'mirrors'): CellPlace {
  home[counter] += 1;
  return { home, slot: home[counter] - 1 };
}

function deepest(homes: readonly Home[], root: Home): Home {
  return homes.reduce((best, home) => (home.pointer.length > best.pointer.length ? home : best), root);
}

function reaches(from: Home | undefined, to: Home | undefined): boolean {
  return from !== undefined && to !== undefined && (from === to || from.reach.has(to));
}

function readsOf(plan: Plan, place: number): readonly Pointer[] {
  const cell = plan.order[place];
  if (cell === undefined) return [];
  const source =
    'condition' in cell
      ? plan.conditions[cell.condition]
      : 'rule' in cell
        ? plan.rules[cell.rule]
        : plan.mirrors[cell.mirror];
  return source?.reads ?? [];
}

function listShapesOfConditions(plan: Plan, shapes: readonly NodeShape[]): NodeShape[][] {
  const lists = plan.conditions.map(() => new Set<NodeShape>());
  for (const shape of shapes) {
    const { hiddenWhen, declaredWhen, requiredWhen, checks, parts } = shape.planned;
    const ids = [
      hiddenWhen,
      declaredWhen,
      requiredWhen,
      checks?.flatMap(({ condition }) => condition ?? []),
      parts?.flatMap((part) => part.hiddenWhen),
    ];
    for (const id of ids.flatMap((list) => list ?? [])) lists[id]?.add(shape);
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
