import { canonicalJson } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';

/** Finds the place of a JSON value in a list by one look-up of its canonical text. */
export function createValueIndex(values: readonly JsonValue[]): {
  find(value: JsonValue): number | undefined;
  size: number;
} {
  const indexes = new Map(values.map((value, index) => [canonicalJson(value), index]));
  const hasComposite = values.some((value) => typeof value === 'object');
  return {
    find: (value) => (typeof value !== 'object' || hasComposite ? indexes.get(canonicalJson(value)) : undefined),
    size: indexes.size,
  };
}
