import { isObject } from '../../data/json.js';
import { below } from '../../data/path.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Check, observe, report } from '../check.js';
import type { SchemaSite } from '../keyword.js';

/** Requires the names of a list, always or while the property `because` is there. */
export function requireNames(list: JsonValue, site: SchemaSite, because?: string): Check {
  if (!Array.isArray(list) || list.some((name) => typeof name !== 'string')) return site.malformed('a list of names');
  const code = because === undefined ? 'keyword.required' : 'keyword.dependentRequired';
  const params = because === undefined ? {} : { because };
  return (value, path, run) => {
    if (!isObject(value) || (because !== undefined && !Object.hasOwn(value, because))) return true;
    let valid = true;
    observe(run, path, list as string[]);
    for (const name of list as string[])
      if (!Object.hasOwn(value, name)) valid = report(run, below(path, name), code, params);
    return valid;
  };
}
