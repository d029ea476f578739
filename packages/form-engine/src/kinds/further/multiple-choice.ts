import { isEqual, isObject } from '../../data/json.js';
import type { JsonObject, JsonValue, PlanNode } from '../../plan/plan.js';
import { choice } from '../choice.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { writeOut } from '../../data/json.js';

/** Any of a few values, kept in the order of the plan. */
export const multipleChoice: FieldKind = {
  name: 'multiple-choice',
  matches: (schema) => schema['type'] === 'array' && schema['uniqueItems'] === true && hasValues(schema['items']),
  initial: undefined,
  parse(input, node) {
    const chosen = readChoices(input, node);
    if (!Array.isArray(chosen)) return chosen;
    const order = node.options?.values;
    const distinct = chosen.filter((value, place) => !chosen.slice(0, place).some((other) => isEqual(other, value)));
    if (order !== undefined) distinct.sort((left, right) => placeIn(order, left) - placeIn(order, right));
    return distinct.length === 0 ? EMPTY : { value: distinct };
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  summarize: (value, context) =>
    listOf(value)
      .map((one) => choice.summarize(one, context))
      .join(', '),
};

/** A few values in order of wish, the first most; none stands twice. */
export const rankedChoice: FieldKind = {
  ...multipleChoice,
  name: 'ranked-choice',
  matches: () => false,
  parse(input, node) {
    const chosen = readChoices(input, node);
    if (!Array.isArray(chosen)) return chosen;
    const second = chosen.findIndex((value, place) => chosen.slice(0, place).some((other) => isEqual(other, value)));
    if (second < 0) return chosen.length === 0 ? EMPTY : { value: chosen };
    const first = chosen.findIndex((value) => isEqual(value, chosen[second]));
    return fault('kind.rank-repeated', { first: first + 1, second: second + 1 });
  },
  summarize: (value, context) =>
    listOf(value)
      .map((one, place) => `${place + 1}. ${choice.summarize(one, context)}`)
      .join('; '),
};

/** Each member as a choice, blank ones left out; the first fault stands for all. */
function readChoices(input: JsonValue, node: PlanNode): JsonValue[] | Parsed {
  if (input === null) return EMPTY;
  const members = Array.isArray(input) ? input : [input];
  const values: JsonValue[] = [];
  for (const member of members) {
    const parsed = choice.parse(member, node);
    if ('fault' in parsed) return parsed;
    if (parsed.value !== undefined) values.push(parsed.value);
  }
  return values;
}

function placeIn(order: readonly JsonValue[], value: JsonValue): number {
  return order.findIndex((candidate) => isEqual(candidate, value));
}

function listOf(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [writeOut(value)];
}

function hasValues(items: JsonValue | undefined): boolean {
  return isObject(items) && choice.matches(items as JsonObject, undefined);
}
