import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { below, type Keyword } from '../check.js';

/** `properties`: each named property by its own schema. */
export const properties: Keyword = {
  name: 'properties',
  compile(expected, site) {
    if (!isObject(expected)) return site.malformed('properties', 'an object of schemas');
    const checks = Object.keys(expected).map(
      (name) => [name, site.child(expected[name] as JsonValue, 'properties', name)] as const,
    );
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [name, check] of checks) {
        if (!Object.hasOwn(value, name)) continue;
        seen?.names.add(name);
        if (check(value[name] as JsonValue, below(path, name), run, undefined)) continue;
        valid = false;
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};
