/**
 * The answers as an immutable value: made when somebody looks, sharing everything that did not change since the last look.
 */
import { setOwn } from '../data/json.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import type { RowKey } from './form.js';
import type { LiveNode } from './live-node.js';
import { eachNode } from './live-tree.js';

/** Everything kept at a node and below it, hidden answers included; undefined where there is nothing. A row without an answer is null. */
export function keepAnswers(node: LiveNode): JsonValue | undefined {
  if (node.isField) return node.stored;
  if (node.isFresh) return node.kept;
  node.kept = gather(node);
  node.isFresh = true;
  return node.kept;
}

/** The answers of the whole form. */
export function keepDocument(root: LiveNode): JsonObject {
  return (keepAnswers(root) ?? {}) as JsonObject;
}

/** Keys of all rows, by pointer of their list. */
export function keepKeys(root: LiveNode): Record<Pointer, RowKey[]> {
  const keys: Record<Pointer, RowKey[]> = {};
  eachNode(root, (node) => {
    if (node.rows !== undefined && node.rows.length > 0) keys[node.pointer] = node.rows.map(({ key }) => key as RowKey);
  });
  return keys;
}

function gather({ shape, children = [], rows = [], parent, key }: LiveNode): JsonValue | undefined {
  if (shape.container === 'optional') return rows[0] === undefined ? undefined : (keepAnswers(rows[0]) ?? {});
  const parts = children.map((child) => [child.name, keepAnswers(child)] as const);
  const items = rows.map((row) => keepAnswers(row) ?? (row.isField ? null : {}));
  const isEmpty = items.length === 0 && parts.every(([, value]) => value === undefined);
  if (isEmpty && parent !== undefined) return key === undefined ? undefined : emptyOf(shape.container);
  if (shape.container === 'list') return items;
  if (shape.container === 'tuple') {
    const last = items.length > 0 ? parts.length : parts.findLastIndex(([, value]) => value !== undefined) + 1;
    return [...parts.slice(0, last).map(([, value]) => value ?? null), ...items];
  }
  const object: JsonObject = {};
  for (const [name, value] of parts) if (value !== undefined) setOwn(object, name, value);
  rows.forEach((row, place) => setOwn(object, row.name, items[place] ?? null));
  return object;
}

function emptyOf(container: string | undefined): JsonValue {
  return container === 'list' || container === 'tuple' ? [] : {};
}
