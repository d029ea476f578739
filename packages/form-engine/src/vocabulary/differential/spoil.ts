/**
 * Spoils a value in one place, so that it misses what it was made for by little.
 */
import { isObject, setOwn } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { createDice, type Dice } from './dice.js';
import { NUMBERS, PLAIN_NAMES, TEXTS } from './pools.js';

/** The value with one place changed: a leaf replaced, a member taken out or put in, a number or a text moved a little. */
export function spoil(value: JsonValue, seed: number): JsonValue {
  return spoilWith(value, createDice(seed));
}

function spoilWith(value: JsonValue, dice: Dice): JsonValue {
  if (Array.isArray(value)) return spoilList(value, dice);
  if (isObject(value)) return spoilObject(value, dice);
  if (typeof value === 'number' && dice.chance(0.7)) return decimal(value + dice.pick([1, -1, 0.5, -0.1, 0.01]));
  if (typeof value === 'string' && dice.chance(0.6))
    return dice.pick([`${value}a`, value.slice(1), `😀${value}`, value.slice(0, -1), `${value}1`]);
  return dice.pick<JsonValue>([null, true, false, [], {}, ...NUMBERS.slice(0, 8), ...TEXTS.slice(0, 8)]);
}

function spoilList(list: readonly JsonValue[], dice: Dice): JsonValue {
  if (list.length === 0 || dice.chance(0.1)) return dice.pick<JsonValue>([['a'], [1], {}, null, [[]], [1, 1]]);
  const at = dice.below(list.length);
  const item = list[at] as JsonValue;
  if (dice.chance(0.5)) return list.map((other, index) => (index === at ? spoilWith(other, dice) : other));
  return dice.pick<JsonValue>([
    list.filter((_, index) => index !== at),
    [...list, item],
    [...list, 'a'],
    [item, ...list],
    [...list].reverse(),
  ]);
}

function spoilObject(object: JsonObject, dice: Dice): JsonValue {
  const names = Object.keys(object);
  if (names.length === 0 || dice.chance(0.1)) return dice.pick<JsonValue>([{ a: 1 }, [], null, { b: 'a', c: {} }, 'a']);
  const chosen = dice.pick(names);
  const action = dice.below(4);
  const copy: JsonObject = {};
  for (const name of names) {
    if (name !== chosen) setOwn(copy, name, object[name] as JsonValue);
    else if (action === 1) setOwn(copy, dice.pick(PLAIN_NAMES), object[name] as JsonValue);
    else if (action > 1) setOwn(copy, name, spoilWith(object[name] as JsonValue, dice));
  }
  if (dice.chance(0.2)) setOwn(copy, dice.pick(PLAIN_NAMES), dice.pick<JsonValue>([1, 'a', null]));
  return copy;
}

/** Drops the noise of binary fractions, so that a multiple of 0.1 is written as one. */
export function decimal(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
