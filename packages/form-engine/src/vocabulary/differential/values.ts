/**
 * Generated values: names, leaves, lists and objects of the pools.
 */
import fc from 'fast-check';
import { setOwn } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { FORMATS, NUMBERS, ODD_NAMES, PLAIN_NAMES, TEXTS } from './pools.js';

/** A property name, mostly one that others have too. */
export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_NAMES) },
);
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...Object.values(FORMATS).flatMap(({ right, wrong }) => [...right, ...wrong])),
  },
);
/** A value without members. */
export const leaf: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false),
  fc.constantFrom<JsonValue>(...NUMBERS),
  text,
);

/** Any JSON value of the pools, a few levels deep. */
export const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: mapOf(tie('value'), 4) },
  ),
})).value;

/** An object under generated names, `__proto__` included. */
export function mapOf<T extends JsonValue>(member: fc.Arbitrary<T>, most: number, least = 0): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(name, member), { minLength: least, maxLength: most, selector: ([key]) => key })
    .map(objectOf);
}

/** An object of these members, each under exactly its name. */
export function objectOf(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object: JsonObject = {};
  for (const [key, member] of entries) setOwn(object, key, member);
  return object;
}
