import { keyOf } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';

/** Finds the place of a JSON value in a list by one look-up. */
export function createValueIndex(values: readonly JsonValue[]): {
  find(value: JsonValue): number | undefined;
  size: number;
} {
  const indexes = new Map(values.map((value, index) => [keyOf(value), index]));
  const hasComposite = values.some((value) => typeof value === 'object');
  return {
    find: (value) => (typeof value !== 'object' || hasComposite ? indexes.get(keyOf(value)) : undefined),
    size: indexes.size,
  };
}
