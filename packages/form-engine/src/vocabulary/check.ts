/**
 * What a compiled schema is made of: closures that look at one value, and what they share while they run.
 */
import type { Issue } from '@motcua/schemas';
import type { Path } from '../data/path.js';
import type { JsonValue, Pointer } from '../plan/plan.js';

/** Is it right? Undefined: that hangs on a pattern that was deferred. */
export type Truth = boolean | undefined;

/** One pass over data. */
export interface Run {
  /** Takes each fault. Absent while only the verdict is asked for: then the first fault ends the pass. */
  note?: ((path: Path | undefined, code: string, params: Issue['params']) => void) | undefined;
  /** Takes what a schema says of a place. */
  observe?: (path: Path | undefined, fact: Fact) => void;
  /** The faults are only weighed, to find the branch that is meant. */
  weighing?: boolean;
  /** Schemas that are open. */
  depth: number;
  /** Schemas that may still be applied. */
  steps: number;
  /** Places at which a deferred pattern was met. */
  deferred: Path[];
}

/** What a schema says of a place: the pointer of a branch that is meant, the names it requires, the parts it declares. */
export type Fact = Pointer | readonly string[] | ReadonlyMap<string, Part>;

/** What the keywords beside and below have looked at, for `unevaluated*`: names or indexes, `false` where that hangs on a deferred pattern. */
export type Seen = Map<string, boolean>;

/** One keyword or one schema, compiled. */
export type Check = (value: JsonValue, path: Path | undefined, run: Run, seen: Seen | undefined) => Truth;

/** A schema inside another, compiled by the time that data comes. */
export interface Part {
  check: Check;
  pointer: Pointer;
}

/** The schema `false`. */
export const NEVER: Part = { check: (_value, path, run) => report(run, path, 'keyword.false'), pointer: '' };

/** Both: false when either is, else undecided when either is. */
export function and(left: Truth, right: Truth): Truth {
  return right === false ? right : left && right;
}

/** Schemas that may be open at once while data is checked; each takes a few frames of the stack. */
const OPEN_SCHEMAS = 2_100;

/**
 * All of several checks of the same value; with nobody listening, up to the first fault. Here the limits of a pass are kept:
 * a RangeError, as of the stack itself, ends it and is turned into an issue.
 * From the index `sight` on stand `unevaluated*`: they see only what stands beside and below them, and keep silent where a cause is known.
 */
export function checkAll(checks: readonly Check[], sight = Infinity): Check {
  return (value, path, run, seen) => {
    if (++run.depth > OPEN_SCHEMAS) throw new RangeError('depth');
    if (--run.steps < 0) throw new RangeError('steps');
    const before = run.deferred.length;
    const own = sight < Infinity ? (new Map() as Seen) : seen;
    let truth: Truth = true;
    for (let index = 0; index < checks.length; index += 1) {
      if (truth === false && (!run.note || index >= sight)) break;
      truth = and(truth, (checks[index] as Check)(value, path, run, own));
    }
    run.depth -= 1;
    if (truth) run.deferred.length = before;
    if (own !== seen) merge(own, seen, truth, true);
    return truth;
  };
}

/** Notes a fault; always false, so that a check can return it. */
export function report(run: Run, path: Path | undefined, code: string, params: Issue['params'] = {}): false {
  run.note?.(path, code, params);
  return false;
}

/** Notes what a schema says of a place; false where nobody wants to know. */
export function observe(run: Run, path: Path | undefined, fact: Fact): boolean {
  if (!run.note || run.weighing || !run.observe) return false;
  run.observe(path, fact);
  return true;
}

/** Notes a place that hangs on a deferred pattern; always undefined, so that a check can return it. */
export function defer(run: Run, path: Path | undefined): undefined {
  if (path) run.deferred.push(path);
}

/** Runs a check for its verdict alone, leaving no issues. */
export function holds(part: Part, value: JsonValue, path: Path | undefined, run: Run, seen?: Seen): Truth {
  const { note, deferred } = run;
  const before = deferred.length;
  run.note = undefined;
  const truth = part.check(value, path, run, seen);
  run.note = note;
  if (truth !== undefined) deferred.length = before;
  return truth;
}

/** As `holds`, and adds to `seen` what the check looked at, unless the value was wrong; `isSure`: it does count, if the value is right. */
export function holdsAndSees(
  part: Part,
  value: JsonValue,
  path: Path | undefined,
  run: Run,
  seen: Seen | undefined,
  isSure = true,
): Truth {
  const own: Seen | undefined = seen && new Map();
  const truth = holds(part, value, path, run, own);
  merge(own, seen, truth, isSure);
  return truth;
}

/** Adds what one check saw to what another saw, unless it was wrong. */
function merge(from: Seen | undefined, into: Seen | undefined, truth: Truth, isSure: boolean): void {
  if (from && into && truth !== false)
    for (const [key, sure] of from) into.set(key, (truth && sure && isSure) || into.get(key) === true);
}
