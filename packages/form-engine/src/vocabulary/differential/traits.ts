/**
 * What a schema and a value are made of, as far as the limits of a judge ask for it.
 */
import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import type { Document } from './document.js';
import type { Draft } from './schemas.js';

/** Of a document, its companions included. */
export interface SchemaTraits {
  draft: Draft;
  /** Every member name and every text: keywords, property names, values alike. */
  words: ReadonlySet<string>;
  /** Every schema-like object. */
  objects: readonly { readonly [name: string]: JsonValue }[];
}

/** Of a value under test. */
export interface DataTraits {
  words: ReadonlySet<string>;
  numbers: readonly number[];
  lists: readonly JsonValue[][];
}

/** Names by which a plain look-up reaches a prototype, and the one that is falsy. */
export const PROTOTYPE_NAMES = ['', 'toString', 'constructor', 'hasOwnProperty', '__proto__', 'length'];

/** Gathers what the limits of the judges may ask of a document. */
export function traitsOfDocument({ draft, schema, companions }: Document): SchemaTraits {
  const { words, objects } = gather([schema, ...Object.values(companions)]);
  return { draft, words, objects };
}

/** Gathers what they may ask of a value. */
export function traitsOfData(value: JsonValue): DataTraits {
  const { words, numbers, lists } = gather([value]);
  return { words, numbers, lists };
}

function gather(roots: readonly JsonValue[]) {
  const words = new Set<string>();
  const numbers: number[] = [];
  const lists: JsonValue[][] = [];
  const objects: { [name: string]: JsonValue }[] = [];
  const open: JsonValue[] = [...roots];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'number') numbers.push(value);
    if (typeof value === 'string') words.add(value);
    if (Array.isArray(value)) {
      lists.push(value);
      open.push(...value);
    } else if (isObject(value)) {
      objects.push(value);
      for (const name of Object.keys(value)) {
        words.add(name);
        open.push(value[name] as JsonValue);
      }
    }
  }
  return { words, numbers, lists, objects };
}
