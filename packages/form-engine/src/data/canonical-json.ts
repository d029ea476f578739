/**
 * Canonical JSON (RFC 8785): one text for one value, whatever the order of its properties.
 */
import type { JsonValue } from '../plan/plan.js';

/** The RFC 8785 text of a JSON value: names sorted by UTF-16 code units, numbers as ECMAScript writes them (one too large for it as `Infinity`, which equals no JSON), no spaces. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || !value) return String(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).sort())
    text += `${text && ','}${JSON.stringify(name)}:${canonicalJson(value[name] as JsonValue)}`;
  return `{${text}}`;
}

/** What stands for a JSON value in a Map: equal values have the same, and only they. No canonical text of a list, an object or null ends in a quotation mark. */
export function keyOf(value: JsonValue): unknown {
  return typeof value === 'string' ? `${value}"` : typeof value === 'object' ? canonicalJson(value) : value;
}
