import type { JsonValue } from '../../plan/plan.js';
import { below, type Check, report } from '../check.js';

/** Checks the items that `applies` picks; with the schema `false` each of them is a fault under the code. */
export function checkEachItem(
  code: string,
  expected: JsonValue,
  check: Check,
  applies: (index: number, seen: ReadonlySet<number> | undefined) => boolean,
): Check {
  return (value, path, run, seen) => {
    if (!Array.isArray(value)) return true;
    let valid = true;
    for (let index = 0; index < value.length; index += 1) {
      if (!applies(index, seen?.items)) continue;
      seen?.items.add(index);
      const place = below(path, index);
      if (expected === false ? report(run, place, code) : check(value[index] as JsonValue, place, run, undefined))
        continue;
      valid = false;
      if (run.issues === undefined) return false;
    }
    return valid;
  };
}
