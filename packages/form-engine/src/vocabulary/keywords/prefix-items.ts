import type { JsonValue } from '../../plan/plan.js';
import { below, type Check, type Keyword } from '../check.js';

/** `prefixItems`: the first items, each by its own schema. */
export const prefixItems: Keyword = {
  name: 'prefixItems',
  compile(expected, site) {
    if (!Array.isArray(expected)) return site.malformed('prefixItems', 'a list of schemas');
    const checks = expected.map((schema, index) => site.child(schema, 'prefixItems', index));
    return (value, path, run, seen) => {
      if (!Array.isArray(value)) return true;
      let valid = true;
      for (let index = 0; index < checks.length && index < value.length; index += 1) {
        seen?.items.add(index);
        if ((checks[index] as Check)(value[index] as JsonValue, below(path, index), run, undefined)) continue;
        valid = false;
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};
