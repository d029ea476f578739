/**
 * Runs a compiled schema over data: first for the verdict alone, and when that is not plainly yes again, gathering faults by place.
 */
import type { Issue } from '@motcua/schemas';
import { ownValue } from '../data/json.js';
import { type Path, pointerOf } from '../data/path.js';
import { join } from '../data/pointer.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import type { Fact, Part, Run, Truth } from './check.js';

/** What is known of one place in the data. */
export interface Place {
  /** Params by code: one fault of a kind, of several bounds the one that is missed by most. */
  faults: Map<string, Issue['params']>;
  /** What schemas say of it. */
  facts: Set<Fact>;
  /** By property name or index, in the order in which they were met. */
  inner: Map<string, Place>;
}

/** What one pass gathered. */
export interface Gathering {
  valid: Truth;
  root: Place;
  count: number;
  deferred: Pointer[];
}

/** Opens a place. */
export function openPlace(): Place {
  return { faults: new Map(), facts: new Set(), inner: new Map() };
}

/** A gathering that has nothing yet, and the function that notes a fault in it. */
export function openGathering(): Gathering & { note: NonNullable<Run['note']> } {
  const gathering = {
    valid: false as Truth,
    root: openPlace(),
    count: 0,
    deferred: [],
    note(path: Path | undefined, code: string, params: Issue['params']): void {
      const { faults } = placeAt(gathering.root, path);
      const known = faults.get(code);
      if (!known) gathering.count += 1;
      if (!known || Number(params['difference']) > Number(known['difference'])) faults.set(code, params);
    },
  };
  return gathering;
}

/** Checks a value, for the verdict alone, for its faults, or also for what schemas say of each place. */
export function gather(
  part: Part,
  value: JsonValue,
  steps: number,
  aim: 'verdict' | 'issues' | 'facts',
): ReturnType<typeof openGathering> {
  const found = openGathering();
  const run: Run = { depth: 0, steps, deferred: [] };
  const pass = (path?: Path): void => {
    try {
      found.valid = part.check(value, path, run, undefined);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      found.note(undefined, `data.limit-${error.message === 'steps' ? 'steps' : 'depth'}`, {});
      found.valid = false;
    }
  };
  if (aim !== 'facts') pass();
  if (aim === 'verdict' || found.valid || found.count) return found;
  run.note = found.note;
  if (aim === 'facts') run.observe = (path, fact) => placeAt(found.root, path).facts.add(fact);
  pass({ base: '' });
  found.deferred = [...new Set(run.deferred.map(pointerOf))];
  return found;
}

function placeAt(root: Place, path: Path | undefined): Place {
  if (!path?.parent) return root;
  const { inner } = placeAt(root, path.parent);
  const token = path.token as string;
  const known = inner.get(token) ?? openPlace();
  inner.set(token, known);
  return known;
}

/** The faults of a place as issues. */
export function issuesAt(place: Place, pointer: Pointer): Issue[] {
  return [...place.faults].map(([code, params]) => ({ code, severity: 'error', source: 'schema', pointer, params }));
}

/** What is in a place by name: the members of the value in their own order, and after them what is known but missing. */
export function namesIn(place: Place, value: JsonValue | undefined): Iterable<string> {
  return new Set([...(typeof value === 'object' ? Object.keys(Object(value) as object) : []), ...place.inner.keys()]);
}

/** The first 1,000 issues in document order: a value before what is in it, its members in their own order, then what is missing. */
export function listIssues({ root }: Gathering, data: JsonValue, base: Pointer): Issue[] {
  const issues: Issue[] = [];
  const visit = (place: Place, value: JsonValue | undefined, pointer: Pointer): void => {
    issues.push(...issuesAt(place, pointer));
    if (place.inner.size && issues.length < LISTED_ISSUES)
      for (const name of namesIn(place, value)) {
        const inner = place.inner.get(name);
        if (inner) visit(inner, ownValue(Object(value) as JsonObject, name), join(pointer, name));
      }
  };
  visit(root, data, base);
  return issues.slice(0, LISTED_ISSUES);
}

const LISTED_ISSUES = 1_000;
