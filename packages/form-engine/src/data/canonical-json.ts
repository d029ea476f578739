/**
 * Canonical JSON (RFC 8785): one text for one value, whatever the order of its properties.
 */
import type { JsonValue } from '../plan/plan.js';
import { isObject } from './json.js';

/** The RFC 8785 text of a JSON value: names sorted by UTF-16 code units, numbers as ECMAScript writes them (one too large for it as `Infinity`, which equals no JSON), no spaces. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'number') return String(value);
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as JsonValue)}`);
  return `{${members.join(',')}}`;
}
