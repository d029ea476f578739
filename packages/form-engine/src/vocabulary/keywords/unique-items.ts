import { canonicalJson } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Keyword, report } from '../check.js';

/** `uniqueItems`, by one look-up an item: linear also for objects. */
export const uniqueItems: Keyword = {
  name: 'uniqueItems',
  compile(expected) {
    if (expected !== true) return undefined;
    return (value, path, run) => {
      if (!Array.isArray(value)) return true;
      const firstAt = new Map<string, number>();
      for (let second = 0; second < value.length; second += 1) {
        const key = canonicalJson(value[second] as JsonValue);
        const first = firstAt.get(key);
        if (first !== undefined)
          return report(run, path, 'keyword.uniqueItems', { first: first + 1, second: second + 1 });
        firstAt.set(key, second);
      }
      return true;
    };
  },
};
