import { keyOf } from '../../data/canonical-json.js';
import { report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `uniqueItems`, by one look-up an item: linear also for objects. */
export const uniqueItems: Keyword = {
  name: 'uniqueItems',
  takes: 'boolean',
  compile(expected) {
    if (!expected) return undefined;
    return (value, path, run) => {
      if (!Array.isArray(value)) return true;
      run.steps -= value.length;
      const firstAt = new Map<unknown, number>();
      for (const [second, item] of value.entries()) {
        const key = keyOf(item);
        const first = firstAt.get(key);
        if (first !== undefined)
          return report(run, path, 'keyword.uniqueItems', { first: first + 1, second: second + 1 });
        firstAt.set(key, second);
      }
      return true;
    };
  },
};
