import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { below, type Check, report } from '../check.js';

/** Checks the properties that `applies` picks; with the schema `false` each of them is a fault under the code. */
export function checkEachName(
  code: string,
  expected: JsonValue,
  check: Check,
  applies: (name: string, seen: ReadonlySet<string> | undefined) => boolean,
): Check {
  return (value, path, run, seen) => {
    if (!isObject(value)) return true;
    let valid = true;
    for (const name of Object.keys(value)) {
      if (!applies(name, seen?.names)) continue;
      seen?.names.add(name);
      const place = below(path, name);
      if (expected === false ? report(run, place, code) : check(value[name] as JsonValue, place, run, undefined))
        continue;
      valid = false;
      if (run.issues === undefined) return false;
    }
    return valid;
  };
}
