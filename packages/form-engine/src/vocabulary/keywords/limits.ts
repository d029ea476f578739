import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Keyword, report } from '../check.js';
import { countCharacters } from './count-characters.js';

/** A keyword that bounds a measure; `undefined` from `measure`: the keyword does not concern the value. */
function defineLimit(
  name: string,
  measure: (value: JsonValue) => number | undefined,
  inBounds: (actual: number, limit: number) => boolean,
  tellsActual: boolean,
): Keyword {
  return {
    name,
    compile(limit, site) {
      if (typeof limit !== 'number') return site.malformed(name, 'a number');
      return (value, path, run) => {
        const actual = measure(value);
        if (actual === undefined || inBounds(actual, limit)) return true;
        return report(
          run,
          path,
          `keyword.${name}`,
          tellsActual ? { limit, actual, difference: Math.abs(actual - limit) } : { limit },
        );
      };
    },
  };
}

const atLeast = (actual: number, limit: number): boolean => actual >= limit;
const atMost = (actual: number, limit: number): boolean => actual <= limit;
const ofNumber = (value: JsonValue): number | undefined => (typeof value === 'number' ? value : undefined);
const ofText = (value: JsonValue): number | undefined =>
  typeof value === 'string' ? countCharacters(value) : undefined;
const ofList = (value: JsonValue): number | undefined => (Array.isArray(value) ? value.length : undefined);
const ofObject = (value: JsonValue): number | undefined => (isObject(value) ? Object.keys(value).length : undefined);

/** The bounds of numbers, texts (in code points), lists and objects. A number that is out of bounds is the answer itself and is not repeated. */
export const limits: readonly Keyword[] = [
  defineLimit('minimum', ofNumber, atLeast, false),
  defineLimit('maximum', ofNumber, atMost, false),
  defineLimit('exclusiveMinimum', ofNumber, (actual, limit) => actual > limit, false),
  defineLimit('exclusiveMaximum', ofNumber, (actual, limit) => actual < limit, false),
  defineLimit('minLength', ofText, atLeast, true),
  defineLimit('maxLength', ofText, atMost, true),
  defineLimit('minItems', ofList, atLeast, true),
  defineLimit('maxItems', ofList, atMost, true),
  defineLimit('minProperties', ofObject, atLeast, true),
  defineLimit('maxProperties', ofObject, atMost, true),
];
