import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { below, type Keyword } from '../check.js';
import { compilePattern } from './pattern.js';

/** `patternProperties`: each property whose name matches. */
export const patternProperties: Keyword = {
  name: 'patternProperties',
  compile(expected, site) {
    if (!isObject(expected)) return site.malformed('patternProperties', 'an object of schemas');
    const checks = Object.keys(expected).map(
      (source) =>
        [compilePattern(source, site), site.child(expected[source] as JsonValue, 'patternProperties', source)] as const,
    );
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const name of Object.keys(value)) {
        for (const [expression, check] of checks) {
          if (!expression.test(name)) continue;
          seen?.names.add(name);
          if (check(value[name] as JsonValue, below(path, name), run, undefined)) continue;
          valid = false;
          if (run.issues === undefined) return false;
        }
      }
      return valid;
    };
  },
};
