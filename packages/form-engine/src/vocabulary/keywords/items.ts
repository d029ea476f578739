import { canonicalJson } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';
import { below, type Check, holds, type Keyword, report } from '../check.js';

/** `prefixItems`: the first items, each by its own schema. */
export const prefixItems: Keyword = {
  name: 'prefixItems',
  compile(expected, site) {
    if (!Array.isArray(expected)) return site.fail('schema.malformed', '`prefixItems` is not a list.', 'Give a list of schemas.');
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

/** `items`: every item after those of `prefixItems`. */
export const items: Keyword = {
  name: 'items',
  compile(expected, site) {
    const start = Array.isArray(site.schema['prefixItems']) ? site.schema['prefixItems'].length : 0;
    if (Array.isArray(expected)) {
      return site.fail('schema.unsupported', '`items` is a list, as before draft 2020-12.', 'Use `prefixItems`.');
    }
    return checkEachItem('keyword.items', expected, site.child(expected, 'items'), (index) => index >= start);
  },
};

/** Checks the items that `applies` picks; with the schema `false` each of them is a fault under the code. */
export function checkEachItem(code: string, expected: JsonValue, check: Check, applies: (index: number, seen: ReadonlySet<number> | undefined) => boolean): Check {
  return (value, path, run, seen) => {
    if (!Array.isArray(value)) return true;
    let valid = true;
    for (let index = 0; index < value.length; index += 1) {
      if (!applies(index, seen?.items)) continue;
      seen?.items.add(index);
      const place = below(path, index);
      if (expected === false ? report(run, place, code) : check(value[index] as JsonValue, place, run, undefined)) continue;
      valid = false;
      if (run.issues === undefined) return false;
    }
    return valid;
  };
}

/** `contains` with `minContains` and `maxContains`. */
export const contains: Keyword = {
  name: 'contains',
  compile(expected, site) {
    const check = site.child(expected, 'contains');
    const least = typeof site.schema['minContains'] === 'number' ? site.schema['minContains'] : 1;
    const most = typeof site.schema['maxContains'] === 'number' ? site.schema['maxContains'] : Infinity;
    return (value, path, run, seen) => {
      if (!Array.isArray(value)) return true;
      let actual = 0;
      value.forEach((item, index) => {
        if (!holds(check, item, run, undefined)) return;
        actual += 1;
        seen?.items.add(index);
      });
      if (actual < least) return report(run, path, least === 1 ? 'keyword.contains' : 'keyword.minContains', { limit: least, actual });
      return actual <= most || report(run, path, 'keyword.maxContains', { limit: most, actual });
    };
  },
};

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
        if (first !== undefined) return report(run, path, 'keyword.uniqueItems', { first: first + 1, second: second + 1 });
        firstAt.set(key, second);
      }
      return true;
    };
  },
};
