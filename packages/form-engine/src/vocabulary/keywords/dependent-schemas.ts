import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import type { Keyword } from '../check.js';

/** `dependentSchemas`: a schema for the whole while one property is there. */
export const dependentSchemas: Keyword = {
  name: 'dependentSchemas',
  compile(expected, site) {
    if (!isObject(expected)) return site.malformed('dependentSchemas', 'an object of schemas');
    const checks = Object.keys(expected).map(
      (name) => [name, site.child(expected[name] as JsonValue, 'dependentSchemas', name)] as const,
    );
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [name, check] of checks)
        if (Object.hasOwn(value, name) && !check(value, path, run, seen)) valid = false;
      return valid;
    };
  },
};
