/**
 * What conditions leave of an answer at present: of a choice some values, of a number or text narrower limits.
 */
import { isEqual, isObject, ownValue, readAt } from '../data/json.js';
import type { Answers } from '../model/answers.js';
import type { FieldLimits } from '../model/form.js';
import type { LiveNode } from '../model/live-node.js';
import type { PlanIndex } from '../model/plan-index.js';
import type { JsonObject, JsonValue, Plan, PlanCheck } from '../plan/plan.js';
import type { RowLimits } from './judge-list.js';

/** What is left. */
export interface Narrowing {
  /** Undefined: all values that the plan names. */
  allowed: readonly JsonValue[] | undefined;
  /** Undefined: the limits of the plan. */
  limits: FieldLimits | undefined;
}

/** What one schema says of values and limits. */
interface CheckFacts {
  only: readonly JsonValue[] | undefined;
  not: readonly JsonValue[] | undefined;
  limits: FieldLimits;
  rows: RowLimits;
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength'] as const;
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength'] as const;
/** Schemas followed for one check. */
const REACH = 16;

const known = new WeakMap<PlanCheck, CheckFacts>();

/** Gathers what the conditions and rules that hold now leave of the answer at a field. */
export function narrowAnswer(node: LiveNode, answers: Answers, { plan }: PlanIndex): Narrowing {
  const { checks = [], options } = node.planned;
  let allowed: readonly JsonValue[] | undefined;
  let limits: FieldLimits | undefined;
  for (const check of checks) {
    if (check.condition === undefined || !answers.isHolding(node, check.condition)) continue;
    const { only, not, limits: narrower } = readCheck(plan, check);
    if (only !== undefined) allowed = (allowed ?? options?.values ?? only).filter((value) => holds(only, value));
    if (not !== undefined) allowed = (allowed ?? options?.values)?.filter((value) => !holds(not, value));
    for (const name of Object.keys(narrower) as (keyof FieldLimits)[])
      limits = tighten(limits ?? unconditional(node, plan), name, narrower[name]);
  }
  for (const rule of node.shape.optionRules) {
    const kept = answers.outcome(node, rule);
    if (Array.isArray(kept)) allowed = allowed?.filter((value) => holds(kept, value)) ?? kept;
  }
  return { allowed, limits };
}

/** What the schema of a check says, with those that it refers to. */
export function readCheck(plan: Plan, check: PlanCheck): CheckFacts {
  const before = known.get(check);
  if (before !== undefined) return before;
  const facts: CheckFacts = { only: undefined, not: undefined, limits: {}, rows: { least: 0, most: Infinity } };
  let left = REACH;
  const read = (schema: JsonValue | undefined): void => {
    left -= 1;
    if (!isObject(schema) || left < 0) return;
    const only = valuesOf(schema);
    if (only !== undefined) facts.only = facts.only?.filter((value) => holds(only, value)) ?? only;
    if (isObject(schema['not'])) facts.not = valuesOf(schema['not']) ?? facts.not;
    for (const name of [...LOWER, ...UPPER]) facts.limits = tighten(facts.limits, name, ownValue(schema, name));
    const [least, most] = [
      schema['minItems'] ?? schema['minProperties'],
      schema['maxItems'] ?? schema['maxProperties'],
    ];
    if (typeof least === 'number') facts.rows.least = Math.max(facts.rows.least, least);
    if (typeof most === 'number') facts.rows.most = Math.min(facts.rows.most, most);
    const ref = ownValue(schema, '$ref');
    if (typeof ref === 'string' && ref.startsWith('#')) read(readAt(plan.schema, decodeURIComponent(ref.slice(1))));
    if (Array.isArray(schema['allOf'])) schema['allOf'].forEach(read);
  };
  read(readAt(plan.schema, check.schema));
  known.set(check, facts);
  return facts;
}

function unconditional(node: LiveNode, plan: Plan): FieldLimits {
  let limits: FieldLimits = {};
  for (const check of node.planned.checks ?? []) {
    if (check.condition !== undefined) continue;
    const facts = readCheck(plan, check).limits;
    for (const name of Object.keys(facts) as (keyof FieldLimits)[]) limits = tighten(limits, name, facts[name]);
  }
  return limits;
}

function tighten(limits: FieldLimits, name: keyof FieldLimits, value: JsonValue | undefined): FieldLimits {
  if (typeof value !== 'number') return limits;
  const before = limits[name] ?? value;
  const isLower = (LOWER as readonly string[]).includes(name);
  return { ...limits, [name]: isLower ? Math.max(before, value) : Math.min(before, value) };
}

function valuesOf(schema: JsonObject): readonly JsonValue[] | undefined {
  const constant = ownValue(schema, 'const');
  if (constant !== undefined) return [constant];
  const values = ownValue(schema, 'enum');
  return Array.isArray(values) ? values : undefined;
}

function holds(values: readonly JsonValue[], value: JsonValue): boolean {
  return values.some((other) => isEqual(other, value));
}
