/** Where two JSON values differ. */
import type { JsonValue } from '@motcua/form-engine/runtime';
import { listLeaves } from './json-text.js';

/** A place that differs; a side that lacks it is absent. */
export interface Difference {
  pointer: string;
  signed?: JsonValue;
  found?: JsonValue;
}

/** Every place that is not the same in both, in the order of `signed`, then what only `found` has. */
export function compareValues(signed: JsonValue, found: JsonValue): Difference[] {
  const left = listLeaves(signed);
  const right = listLeaves(found);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((pointer) => {
    const [a, b] = [left.get(pointer), right.get(pointer)];
    if (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b)) return [];
    return [{ pointer, ...(a === undefined ? {} : { signed: a }), ...(b === undefined ? {} : { found: b }) }];
  });
}
