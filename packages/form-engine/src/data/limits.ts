/**
 * Measures a JSON value before any work is done on it, without recursion, so that no value can overflow the stack.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonValue, Pointer } from '../plan/plan.js';
import { join } from './pointer.js';
import { isObject } from './json.js';

/** How large data may be. */
export interface DataLimits {
  /** Levels of nesting. */
  depth: number;
  /** Values in all: objects, lists and leaves. */
  nodes: number;
  /** UTF-16 units of one text or property name. */
  stringLength: number;
  /** Items of one list. */
  arrayLength: number;
}

/** Far above any declaration of a citizen, far below what could hurt. */
export const SUBMISSION_LIMITS: DataLimits = { depth: 32, nodes: 20_000, stringLength: 20_000, arrayLength: 1_000 };

/** For a bare validator: only the depth is bounded, so that no check overflows. */
export const VALIDATOR_LIMITS: DataLimits = {
  depth: 1_200,
  nodes: Infinity,
  stringLength: Infinity,
  arrayLength: Infinity,
};

/**
 * The first limit that the value breaks, or undefined: `data.limit-depth`, `data.limit-nodes`, `data.limit-string`, `data.limit-array`.
 */
export function findBrokenLimit(data: JsonValue, limits: DataLimits): Issue | undefined {
  let found: Issue | undefined;
  visitValues(data, (value, pointer, depth, nodes) => {
    if (depth > limits.depth) found = limitIssue('data.limit-depth', '', limits.depth);
    else if (nodes > limits.nodes) found = limitIssue('data.limit-nodes', '', limits.nodes);
    else if (typeof value === 'string' && value.length > limits.stringLength)
      found = limitIssue('data.limit-string', pointer(), limits.stringLength);
    else if (Array.isArray(value) && value.length > limits.arrayLength)
      found = limitIssue('data.limit-array', pointer(), limits.arrayLength);
    else if (
      isObject(value) &&
      limits.stringLength !== Infinity &&
      Object.keys(value).some((name) => name.length > limits.stringLength)
    ) {
      found = limitIssue('data.limit-string', pointer(), limits.stringLength);
    }
    return found === undefined;
  });
  return found;
}

/** An issue `data.unsafe-integer` for every whole number whose digits JavaScript cannot hold exactly. */
export function findUnsafeIntegers(data: JsonValue): Issue[] {
  const issues: Issue[] = [];
  visitValues(data, (value, pointer) => {
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      issues.push({
        code: 'data.unsafe-integer',
        severity: 'error',
        source: 'schema',
        pointer: pointer(),
        params: { limit: Number.MAX_SAFE_INTEGER },
      });
    }
    return issues.length < 100;
  });
  return issues;
}

interface Place {
  value: JsonValue;
  parent: Place | undefined;
  token: string | number;
  depth: number;
}

function visitValues(
  data: JsonValue,
  visit: (value: JsonValue, pointer: () => Pointer, depth: number, nodes: number) => boolean,
): void {
  const open: Place[] = [{ value: data, parent: undefined, token: '', depth: 0 }];
  let nodes = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const here = place;
    nodes += 1;
    if (!visit(here.value, () => pointerTo(here), here.depth, nodes)) return;
    const depth = here.depth + 1;
    if (Array.isArray(here.value)) {
      for (let token = here.value.length - 1; token >= 0; token -= 1)
        open.push({ value: here.value[token] as JsonValue, parent: here, token, depth });
    } else if (isObject(here.value)) {
      for (const token of Object.keys(here.value))
        open.push({ value: here.value[token] as JsonValue, parent: here, token, depth });
    }
  }
}

function pointerTo(place: Place): Pointer {
  return place.parent === undefined ? '' : join(pointerTo(place.parent), place.token);
}

function limitIssue(code: string, pointer: Pointer, limit: number): Issue {
  return { code, severity: 'error', source: 'schema', pointer, params: { limit } };
}
