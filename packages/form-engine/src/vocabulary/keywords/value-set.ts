import { canonicalJson } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';

/** A set look-up over JSON values: lists and objects are compared by their canonical text. */
export function createValueSet(values: readonly JsonValue[]): (value: JsonValue) => boolean {
  const plain = new Set<JsonValue>();
  const composite = new Set<string>();
  for (const value of values) {
    if (typeof value === 'object' && value !== null) composite.add(canonicalJson(value));
    else plain.add(value);
  }
  return (value) =>
    typeof value === 'object' && value !== null
      ? composite.size > 0 && composite.has(canonicalJson(value))
      : plain.has(value);
}
