/**
 * Single items of a filed list that may change: told by what they were when they were filed, so that what happens to one never moves
 * the request to another.
 */
import { isEqual, readTokens, writeTokens } from '../data/json.js';
import { isWithin, tokensOf } from '../data/pointer.js';
import type { JsonValue, Pointer } from '../plan/plan.js';

/** What of one item may change. */
export interface AskedItem {
  /** Its place in the list as it was filed: its key for as long as the opening lasts. */
  key: number;
  /** Tokens inside the item; none for the whole of it. */
  parts: readonly (readonly string[])[];
}

/** What the pointers name below the list at `list`, by the index of the item there. */
export function readAskedItems(list: Pointer, pointers: readonly Pointer[]): AskedItem[] {
  const items = new Map<number, AskedItem>();
  for (const pointer of pointers) {
    if (pointer === list || !isWithin(pointer, list)) continue;
    const [token = '', ...part] = tokensOf(pointer.slice(list.length));
    const key = Number(token);
    items.set(key, { key, parts: [...(items.get(key)?.parts ?? []), part] });
  }
  return [...items.values()];
}

/**
 * The filed list with the asked items as they stand in `next`, and every other item as it was filed, in its old order. An item that was asked
 * for whole and is gone leaves the list; what was added beside the asked ones is not taken.
 */
export function admitItems(filed: readonly JsonValue[], next: JsonValue, asked: readonly AskedItem[]): JsonValue[] {
  const rest = listStrangers(filed, Array.isArray(next) ? next : [], asked);
  const found = new Map<number, JsonValue>();
  const place = (fits: (item: JsonValue, candidate: JsonValue, one: AskedItem) => boolean): void => {
    for (const one of asked) {
      const item = filed[one.key];
      if (item === undefined || found.has(one.key)) continue;
      const at = rest.findIndex((candidate) => fits(item, candidate, one));
      if (at >= 0) found.set(one.key, rest.splice(at, 1)[0] as JsonValue);
    }
  };
  // What is told for certain comes first, or a new item would take the place of one that is still there.
  place(isEqual);
  place((item, candidate, one) => !isWhole(one) && isPartlyNew(item, candidate, one));
  place((_item, _candidate, one) => isWhole(one));
  return filed.flatMap((item, key): JsonValue[] => {
    const opened = asked.find((one) => one.key === key);
    const admitted = found.get(key);
    if (admitted !== undefined) return [admitted];
    return opened !== undefined && isWhole(opened) ? [] : [item];
  });
}

/** The items that are none of those nobody asked for; each of those is found at most once. */
function listStrangers(
  filed: readonly JsonValue[],
  next: readonly JsonValue[],
  asked: readonly AskedItem[],
): JsonValue[] {
  const fixed = filed.filter((_, key) => asked.every((one) => one.key !== key));
  return next.filter((item) => {
    const at = fixed.findIndex((known) => isEqual(known, item));
    if (at >= 0) fixed.splice(at, 1);
    return at < 0;
  });
}

/** Is it the filed item but for the parts asked for? */
function isPartlyNew(filed: JsonValue, candidate: JsonValue, { parts }: AskedItem): boolean {
  const held = parts.reduce<JsonValue | undefined>(
    (item, part) => writeTokens(item, part, readTokens(filed, part)),
    candidate,
  );
  return isEqual(held, filed);
}

function isWhole({ parts }: AskedItem): boolean {
  return parts.some((tokens) => tokens.length === 0);
}
