/**
 * Reads, writes and compares JSON values by own properties only: no name can reach a prototype.
 */
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import { tokensOf } from './pointer.js';

/** Is the value a JSON object, neither null nor a list? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of that name, or undefined. */
export function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The value as text, lists and objects as JSON: `String` would call a `toString` that is part of the data. */
export function writeOut(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Sets an own property under exactly that name, `__proto__` included. */
export function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  else object[name] = value;
}

/** The value at a pointer, or undefined where there is none. */
export function readAt(root: JsonValue | undefined, pointer: Pointer): JsonValue | undefined {
  return readTokens(root, tokensOf(pointer));
}

/** The value at a list of tokens, or undefined where there is none. */
export function readTokens(root: JsonValue | undefined, tokens: readonly string[]): JsonValue | undefined {
  let value = root;
  for (const token of tokens) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/u.test(token) ? value[Number(token)] : undefined;
    else if (isObject(value)) value = ownValue(value, token);
    else return undefined;
  }
  return value;
}

/**
 * A copy with the value at that place replaced, everything else shared. `undefined` removes the place;
 * objects on the way are made as needed.
 */
export function writeTokens(
  root: JsonValue | undefined,
  tokens: readonly string[],
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(root)) {
    const list = root.slice();
    const index = Number(token);
    const written = writeTokens(list[index], rest, value);
    if (written === undefined) list.splice(index, 1);
    else list[index] = written;
    return list;
  }
  const object = isObject(root) ? copyObject(root) : {};
  const written = writeTokens(ownValue(object, token), rest, value);
  if (written === undefined) delete object[token];
  else setOwn(object, token, written);
  return object;
}

/** A copy one level deep, under the same names. */
export function copyObject(object: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const name of Object.keys(object)) setOwn(copy, name, object[name] as JsonValue);
  return copy;
}

/** A copy in depth with ordinary prototypes. */
export function cloneJson<T extends JsonValue>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => cloneJson(item)) as T;
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const name of Object.keys(value)) setOwn(copy, name, cloneJson(value[name] as JsonValue));
  return copy as T;
}

/** Are two JSON values equal as JSON Schema sees it: order of properties apart, 1.0 equal to 1? */
export function isEqual(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((item, index) => isEqual(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name]));
}
