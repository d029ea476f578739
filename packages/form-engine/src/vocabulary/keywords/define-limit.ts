/**
 * The tiny definer of keywords that bound a measure: of a number, a text, a list or an object.
 */
import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { report } from '../check.js';
import type { Keyword } from '../keyword.js';
import { countCharacters } from './count-characters.js';

/** What is measured; undefined: the keyword does not concern the value. */
export type Measure = (value: JsonValue) => number | undefined;

export const ofNumber: Measure = (value) => (typeof value === 'number' ? value : undefined);
export const ofText: Measure = (value) => (typeof value === 'string' ? countCharacters(value) : undefined);
export const ofList: Measure = (value) => (Array.isArray(value) ? value.length : undefined);
export const ofObject: Measure = (value) => (isObject(value) ? Object.keys(value).length : undefined);

/**
 * A lower bound (`direction` 1) or an upper one (-1).
 * A number that is out of bounds is the answer itself and is not repeated in the params.
 */
export function defineLimit(name: string, measure: Measure, direction: 1 | -1, strict = false): Keyword {
  return {
    name,
    takes: 'number',
    compile(expected, site) {
      const limit = expected as number;
      if (measure !== ofNumber && (limit < 0 || limit % 1)) return site.malformed('a count');
      return (value, path, run) => {
        const actual = measure(value);
        if (actual === undefined) return true;
        const room = (actual - limit) * direction;
        return (
          room > 0 ||
          (room === 0 && !strict) ||
          report(
            run,
            path,
            `keyword.${name}`,
            measure === ofNumber ? { limit } : { limit, actual, difference: Math.abs(room) },
          )
        );
      };
    },
  };
}
