import { canonicalJson } from '../../data/canonical-json.js';
import type { JsonValue } from '../../plan/plan.js';
import type { Keyword } from '../check.js';
import { report } from '../check.js';

/** A set look-up over JSON values: lists and objects are compared by their canonical text. */
export function createValueSet(values: readonly JsonValue[]): (value: JsonValue) => boolean {
  const plain = new Set<JsonValue>();
  const composite = new Set<string>();
  for (const value of values) {
    if (typeof value === 'object' && value !== null) composite.add(canonicalJson(value));
    else plain.add(value);
  }
  return (value) => (typeof value === 'object' && value !== null ? composite.size > 0 && composite.has(canonicalJson(value)) : plain.has(value));
}

/** `enum`: the value is in the list. A miss does not repeat a long list. */
export const enumeration: Keyword = {
  name: 'enum',
  compile(expected, site) {
    if (!Array.isArray(expected)) return site.fail('schema.malformed', '`enum` is not a list.', 'Give a list of values.');
    const has = createValueSet(expected);
    return (value, path, run) => has(value) || report(run, path, 'keyword.enum', { count: expected.length });
  },
};

/** `const`: the value is exactly this one. */
export const constant: Keyword = {
  name: 'const',
  compile(expected) {
    const has = createValueSet([expected]);
    return (value, path, run) => has(value) || report(run, path, 'keyword.const', { expected });
  },
};
