/**
 * Which branch of `oneOf` or `anyOf` a value evidently means, when none holds: the one with the least weight of faults.
 */
import type { Path } from '../../data/path.js';
import type { JsonValue } from '../../plan/plan.js';
import { observe, type Part, report, type Run } from '../check.js';

/** Reports the faults of the branch that is evidently meant, or that none holds; always false. */
export function reportEvident(
  parts: readonly Part[],
  code: string,
  value: JsonValue,
  path: Path | undefined,
  run: Run,
): false {
  let evident: Part | undefined;
  if (run.note && !run.weighing) {
    let least = parts[1] ? FOREIGN : Infinity;
    for (const part of parts) {
      const weight = weigh(part, value, run);
      if (weight > least) continue;
      evident = weight < least ? part : undefined;
      least = weight;
    }
  }
  if (!evident) return report(run, path, code, { matched: 0 });
  observe(run, path, evident.pointer);
  evident.check(value, path, run, undefined);
  return false;
}

/** Of another kind altogether. */
const FOREIGN = 1e6;
/** Another value of the property by which branches tell themselves apart. */
const OTHER_CASE = 1e3;

function weigh(part: Part, value: JsonValue, run: Run): number {
  const { note, deferred } = run;
  const before = deferred.length;
  let weight = 0;
  run.weighing = true;
  run.note = (path, code) => {
    if (path?.parent === undefined) weight += /\.(type|const|enum|false)$/u.test(code) ? FOREIGN : 1;
    else weight += /\.(const|enum)$/u.test(code) ? OTHER_CASE : 1;
  };
  part.check(value, { base: '' }, run, undefined);
  run.note = note;
  run.weighing = false;
  deferred.length = before;
  return weight;
}
