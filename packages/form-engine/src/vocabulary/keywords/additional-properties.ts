import { isObject, ownValue } from '../../data/json.js';
import type { Truth } from '../check.js';
import type { Keyword } from '../keyword.js';
import { checkMembers, see } from './check-members.js';

/** `additionalProperties`: those that neither `properties` nor `patternProperties` name. `false` points at the extra property itself. */
export const additionalProperties: Keyword = {
  name: 'additionalProperties',
  holds: 'one',
  compile(expected, site) {
    const part = site.inside(expected, 'additionalProperties');
    const namesIn = (keyword: string): string[] => Object.keys(Object(ownValue(site.schema, keyword)) as object);
    const named = new Set(namesIn('properties'));
    const matchers = namesIn('patternProperties').map((source) => site.pattern(source));
    return checkMembers(
      isObject,
      (name) => (named.has(name) ? undefined : part),
      'keyword.additionalProperties',
      (name, seen) => {
        let extra: Truth = true;
        for (const matcher of matchers) {
          const matches = matcher.test(name);
          if (matches) return false;
          if (matches === undefined) extra = matches;
        }
        return see(name, seen) && extra;
      },
    );
  },
};
