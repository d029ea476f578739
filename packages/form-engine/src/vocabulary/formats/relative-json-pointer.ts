import { isJsonPointer } from './json-pointer.js';

/**
 * `relative-json-pointer` (draft-bhutton-relative-json-pointer-00): how many levels up, perhaps a step among the items
 * (`+1`), then `#` or a JSON Pointer.
 */
export function isRelativeJsonPointer(text: string): boolean {
  const [start] = /^(?:0|[1-9]\d*)(?:[+-][1-9]\d*)?/.exec(text) ?? [];
  if (start === undefined) return false;
  const rest = text.slice(start.length);
  return rest === '#' || isJsonPointer(rest);
}
