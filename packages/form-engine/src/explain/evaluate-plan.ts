/**
 * What the conditions and rules of a plan say of the answers as they stand, one at a time and with what they look at.
 */
import { readAt, isObject } from '../data/json.js';
import { resolvePointer, tokensOf } from '../data/pointer.js';
import { runExpression } from '../expression/evaluate.js';
import { isTruthy } from '../expression/expression.js';
import type { FormOptions } from '../model/form.js';
import { indexPlan } from '../model/plan-index.js';
import { bindTemplate } from '../plan/bind-template.js';
import { createNodeFinder, isField } from '../plan/find-node.js';
import type { Expression, JsonObject, JsonValue, Plan, PlanRule, Pointer } from '../plan/plan.js';
import type { Validator } from '../vocabulary/create-validator.js';
import type { Reason } from './explanation.js';
import { placeOfRule, placeOfSchema } from './source-places.js';

/** Asks the plan about one place; the `*` of templates are the rows in which it stands. */
export interface PlanReader {
  /** The reason that a condition is. */
  condition(id: number, effect: Reason['effect']): Reason;
  /** The reason that a rule is. `when`: it holds when its expression is true (default) or false. */
  rule(rule: PlanRule, effect: Reason['effect'], when?: boolean): Reason;
  validator: Validator<boolean | undefined>;
}

/** What a plan is read with, as the form was opened. */
export type PlanSurroundings = Pick<FormOptions, 'today' | 'kinds' | 'operators' | 'vocabulary'>;

/** Opens the plan for the questions about one place. */
export function readPlan(
  plan: Plan,
  data: JsonObject,
  at: Pointer,
  { today, kinds, operators, vocabulary }: PlanSurroundings,
): PlanReader {
  const { validator, rules } = indexPlan(plan, kinds, operators, vocabulary);
  const find = createNodeFinder(plan);
  const bind = (template: Pointer): Pointer => bindTemplate(template, at);
  const look = (reads: readonly Pointer[]): Reason['reads'] =>
    reads.map((template) => {
      const pointer = bind(template);
      const value = readAt(data, pointer);
      return value === undefined ? { pointer } : { pointer, value };
    });

  const holds = (id: number): boolean => {
    const condition = plan.conditions[id];
    if (condition === undefined) return false;
    if (condition.parent !== undefined && !holds(condition.parent)) return false;
    const place = bind(condition.at);
    const node = find(tokensOf(place))?.node;
    const value = readAt(data, place) ?? (node !== undefined && !isField(node) ? {} : undefined);
    if (value === undefined) return false;
    const { present, schema = '', expected } = condition;
    if (present !== undefined) return (isObject(value) && Object.hasOwn(value, present)) === expected;
    return validator.at(schema).test(value) === expected;
  };

  return {
    validator,
    condition(id, effect) {
      const { schema, present, at: place = '', reads = [] } = plan.conditions[id] ?? {};
      const says = schema === undefined ? { required: [present ?? ''] } : readAt(plan.schema, schema);
      return {
        by: 'condition',
        effect,
        holds: holds(id),
        ...(schema === undefined ? {} : { place: placeOfSchema(plan, schema) }),
        ...(says === undefined ? {} : { says }),
        reads: look(reads.length > 0 ? reads : [place]),
      };
    },
    rule(rule, effect, when = true) {
      const { outcome } = runExpression(bindExpression(rule.expression, bind), {
        read: (pointer) => readAt(data, pointer),
        today,
        at,
        ...rules,
      });
      return {
        by: 'rule',
        effect,
        holds: outcome !== undefined && isTruthy(outcome) === when,
        place: placeOfRule(plan, rule),
        says: rule.expression,
        ...(outcome === undefined ? {} : { gives: outcome }),
        reads: look(rule.reads.map((pointer) => resolvePointer(pointer, rule.pointer) ?? pointer)),
      };
    },
  };
}

function bindExpression(part: Expression, bind: (pointer: Pointer) => Pointer): Expression {
  if (Array.isArray(part)) return part.map((item) => bindExpression(item, bind));
  if (!isObject(part)) return part;
  const value: JsonValue | undefined = part['value'];
  if (typeof value === 'string' && value.startsWith('/')) return { value: bind(value) };
  return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, bindExpression(member, bind)]));
}
