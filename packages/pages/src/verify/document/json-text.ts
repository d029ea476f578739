/** Reads JSON and names its places; nothing that is read here is trusted. */
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';

const DEEPEST = 32;

/** The value of a JSON text in UTF-8; undefined when it is none, or nested without end. */
export function readJson(source: Uint8Array | string): JsonValue | undefined {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
    const value = JSON.parse(text) as JsonValue;
    return isShallow(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON object, which is neither null nor a list. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON text of UTF-8 bytes ends before its brackets and quotes are closed: a file that was cut off. */
export function isCutShort(text: string): boolean {
  let open = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') open += 1;
    else if (sign === '}' || sign === ']') open -= 1;
  }
  return quoted || open > 0;
}

/** A name stands twice in one object: readers would differ on which value counts. @param text valid JSON; @param value what was read from it */
export function hasDoubledNames(text: string, value: JsonValue): boolean {
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
  return written !== countMembers(value);
}

function countMembers(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const children = Object.values(value) as JsonValue[];
  return (
    (Array.isArray(value) ? 0 : children.length) + children.reduce<number>((sum, child) => sum + countMembers(child), 0)
  );
}

/** Every place that holds something simple, by JSON Pointer; an empty object or list counts as simple. */
export function listLeaves(value: JsonValue, pointer = ''): Map<string, JsonValue> {
  const children = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  if (children.length === 0) return new Map([[pointer, value]]);
  return new Map(
    children.flatMap(([name, child]) => [
      ...listLeaves(child as JsonValue, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`),
    ]),
  );
}

function isShallow(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((child) => isShallow(child as JsonValue, depth - 1));
}
