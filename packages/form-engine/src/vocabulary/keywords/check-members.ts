import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { below } from '../../data/path.js';
import { and, type Check, defer, holds, NEVER, type Part, report, type Seen, type Truth } from '../check.js';

/**
 * Checks those properties or items for which there is a part. Under the schema `false` each of them is a fault by the code.
 * Where `applies` is undecided, the member is right if it holds, and else undecided.
 */
export function checkMembers(
  isRight: (value: JsonValue) => boolean,
  partOf: (key: string) => Part | undefined,
  code = 'keyword.false',
  applies: (key: string, seen: Seen | undefined) => Truth = see,
): Check {
  return (value, path, run, seen) => {
    if (!isRight(value)) return true;
    let truth: Truth = true;
    const keys = Object.keys(value as JsonObject);
    run.steps -= keys.length;
    for (const key of keys) {
      const part = partOf(key);
      if (!part) continue;
      const picked = applies(key, seen);
      if (picked === false) continue;
      const member = (value as JsonObject)[key] as JsonValue;
      const place = path && below(path, key);
      const one = picked
        ? part === NEVER
          ? report(run, place, code)
          : part.check(member, place, run, undefined)
        : holds(part, member, place, run) || defer(run, place);
      truth = and(truth, one);
      if (truth === false && !run.note) break;
    }
    return truth;
  };
}

/** Notes that a member was looked at; always true. */
export function see(key: string, seen: Seen | undefined): true {
  seen?.set(key, true);
  return true;
}
