/**
 * Measures a JSON value before any work is done on it. It steps down no deeper than `DEEPEST`, so that no value can overflow the stack.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { below, type Path, pointerOf } from './path.js';

/** How large data may be. */
export interface DataLimits {
  /** Levels of nesting; more than `DEEPEST` counts as that. */
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

/** Levels that every part of the engine can step down: less than half of the stack that a page or a worker has. */
export const DEEPEST = 1_200;

/** No bounds but `DEEPEST`. */
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

/**
 * A limit, how much it allows, and where it was broken: the root for what concerns the whole.
 * `json`: something that JSON cannot hold, which only schemas are asked for.
 */
export interface BrokenLimit {
  limit: 'depth' | 'nodes' | 'string' | 'array' | 'json';
  path: Path;
  most: number;
}

/** The path of the whole. */
export const ROOT: Path = { base: '' };

/** Measures a value. It stops at the first limit that is broken. */
export function measure(data: JsonValue, limits: DataLimits, isSchema = false): Measurement {
  const found: Measurement = { unsafe: [], size: 0, names: false };
  const depth = Math.min(limits.depth, DEEPEST);
  /** Names and indexes on the way to the value that is looked at; the first one stands for the whole. */
  const trail: (string | number)[] = [];
  let nodes = 0;

  const pathOf = (level: number): Path =>
    trail.slice(1, level + 1).reduce<Path>((path, token) => below(path, String(token)), ROOT);
  const stop = (limit: BrokenLimit['limit'], most: number, level: number): void => {
    found.broken ??= { limit, most, path: pathOf(level) };
  };
  const measureText = (text: string, level: number): void => {
    found.size += text.length;
    if (text.length > limits.stringLength) stop('string', limits.stringLength, level);
  };
  /** Looks at the items of a list or the members of an object, which stand at a level. All data comes through here, mostly once and cold: hence one loop. */
  const measureMembers = (holder: JsonObject | JsonValue[], level: number): void => {
    const names = Array.isArray(holder) ? undefined : Object.keys(holder);
    const count = (names ?? (holder as JsonValue[])).length;
    if (count && !(level <= depth)) stop('depth', depth, 0);
    if (!count && isSchema && names && !isPlain(holder)) stop('json', 0, level - 1);
    for (let index = 0; index < count && !found.broken; index += 1) {
      const name = names ? (names[index] as string) : index;
      const value = (holder as JsonObject)[name] as JsonValue;
      trail[level] = name;
      found.size += 4;
      if (++nodes > limits.nodes) stop('nodes', limits.nodes, 0);
      if (names) {
        measureText(name as string, level - 1);
        found.names ||= isSchema && /^\$(id$|anch|dyn)/u.test(name as string);
      }
      if (typeof value === 'string') measureText(value, level);
      else if (typeof value === 'number') {
        if (Math.abs(value) > Number.MAX_SAFE_INTEGER) found.unsafe.push(pathOf(level));
      } else if (typeof value === 'object' && value) {
        if (Array.isArray(value) && value.length > limits.arrayLength) stop('array', limits.arrayLength, level);
        else measureMembers(value as JsonObject, level + 1);
      } else if (isSchema && (value ?? false) !== Boolean(value)) stop('json', 0, level);
    }
  };

  measureMembers([data], 0);
  return found;
}

/** Is it an object as JSON knows them? A Map or a Date has no members that anybody could see. */
export function isPlain(value: unknown): boolean {
  return {}.toString.call(value) === '[object Object]';
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
