/**
 * Measures a JSON value before any work is done on it, without recursion, so that no value can overflow the stack.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { below, type Path, pointerOf } from './path.js';

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

/** No bounds at all. */
export const UNLIMITED: DataLimits = {
  depth: Infinity,
  nodes: Infinity,
  stringLength: Infinity,
  arrayLength: Infinity,
};

/** What a measurement found: the first limit broken, and each whole number whose digits JavaScript cannot hold exactly. */
export interface Measurement {
  broken?: BrokenLimit;
  unsafe: Path[];
  /** UTF-16 units of the value as JSON, roughly. */
  size: number;
  /** For schemas: somewhere there is an `$id`, an anchor or a dynamic reference. */
  names: boolean;
}

/** A limit, how much it allows, and where it was broken: the root for what concerns the whole. */
export interface BrokenLimit {
  limit: 'depth' | 'nodes' | 'string' | 'array';
  path: Path;
  most: number;
}

/** The path of the whole. */
export const ROOT: Path = { base: '' };

/** Measures a value. It stops at the first limit that is broken. */
export function measure(data: JsonValue, limits: DataLimits): Measurement {
  const found: Measurement = { unsafe: [], size: 0, names: false };
  const open: { value: JsonObject; path: Path; depth: number }[] = [];
  let nodes = 0;

  const bound = (name: keyof DataLimits, actual: number, path: Path, token?: string): void => {
    const most = limits[name];
    if (actual <= most || found.broken) return;
    const limit = name.replace('Length', '') as BrokenLimit['limit'];
    found.broken = { limit, path: token === undefined ? path : below(path, token), most };
  };
  const look = (value: JsonValue, depth: number, path: Path, token?: string): void => {
    found.size += 4;
    bound('depth', depth, ROOT);
    bound('nodes', ++nodes, ROOT);
    if (typeof value === 'string') {
      found.size += value.length;
      bound('stringLength', value.length, path, token);
    } else if (typeof value === 'object' ? value : Math.abs(Number(value)) > Number.MAX_SAFE_INTEGER) {
      const place = token === undefined ? path : below(path, token);
      if (typeof value === 'object') open.push({ value: value as JsonObject, path: place, depth });
      else found.unsafe.push(place);
    }
  };

  look(data, 0, ROOT);
  for (let here = open.pop(); here && !found.broken; here = open.pop()) {
    const { value, path, depth } = here;
    const isList = Array.isArray(value);
    const names = Object.keys(value);
    if (isList) bound('arrayLength', names.length, path);
    for (const name of names) {
      if (found.broken) break;
      if (!isList) {
        found.size += name.length;
        found.names ||= /^\$(id$|anch|dyn)/u.test(name);
        bound('stringLength', name.length, path);
      }
      look(value[name] as JsonValue, depth + 1, path, name);
    }
  }
  return found;
}

/**
 * The first limit that the value breaks, or undefined: `data.limit-depth`, `data.limit-nodes`, `data.limit-string`, `data.limit-array`.
 * Depth and number of values concern the whole, so these point at its root.
 */
export function findBrokenLimit(data: JsonValue, limits: DataLimits): Issue | undefined {
  const { broken } = measure(data, limits);
  return (
    broken && {
      code: `data.limit-${broken.limit}`,
      severity: 'error',
      source: 'schema',
      pointer: pointerOf(broken.path),
      params: { limit: broken.most },
    }
  );
}

/** An issue `data.unsafe-integer` for every whole number whose digits JavaScript cannot hold exactly. */
export function findUnsafeIntegers(data: JsonValue): Issue[] {
  return measure(data, UNLIMITED).unsafe.map((path) => ({
    code: 'data.unsafe-integer',
    severity: 'error',
    source: 'schema',
    pointer: pointerOf(path),
    params: UNSAFE,
  }));
}

/** The params of `data.unsafe-integer`. */
export const UNSAFE = { limit: Number.MAX_SAFE_INTEGER };
