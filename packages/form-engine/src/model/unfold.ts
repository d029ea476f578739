/**
 * Builds the live tree from answers: a node for each field, a row for each item; what a schema repeats inside itself is built where there is
 * data, and no deeper.
 */
import { isObject, ownValue } from '../data/json.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import type { RowKey } from './form.js';
import { LiveNode, Scope } from './live-node.js';
import type { NodeShape } from './node-shape.js';

/** With what a field begins that was given no answer. */
export type Seed = (node: LiveNode) => JsonValue | undefined;

/** Builds live nodes and names their rows. */
export class Unfolder {
  private lastKey = 0;
  /** How many scopes were built. */
  scopes = 0;

  constructor(
    private readonly seed: Seed,
    /** Is null no answer where the schema does not name it? A blank row is kept as null. */
    private readonly hasBlanks: boolean,
    /** Keys that rows had before, by pointer of their list. */
    private readonly keys: Readonly<Record<Pointer, readonly RowKey[]>> = {},
  ) {
    for (const key of Object.values(keys).flat())
      this.lastKey = Math.max(this.lastKey, Number(/^r(\d{1,15})$/u.exec(key)?.[1] ?? 0));
  }

  root(shape: NodeShape, data: JsonObject): LiveNode {
    return this.build(shape, undefined, undefined, undefined, '', data, true);
  }

  /** A row of a list, an entry of a map, or the inside of an optional group; not yet among the rows. */
  row(list: LiveNode, value: JsonValue | undefined, name: string, key = this.nextKey()): LiveNode {
    return this.build(list.shape.row as NodeShape, list, list.scope, key, name, value, true);
  }

  private nextKey(): RowKey {
    this.lastKey += 1;
    return `r${this.lastKey}`;
  }

  private build(
    shape: NodeShape,
    parent: LiveNode | undefined,
    around: Scope | undefined,
    key: RowKey | undefined,
    name: string,
    given: JsonValue | undefined,
    mayBegin: boolean,
  ): LiveNode {
    const scope = shape.home.root === shape ? this.open(shape, around) : (around as Scope);
    const node = new LiveNode(shape, parent, scope, key, name);
    scope.nodes[shape.slot] = node;
    const { container, children, planned } = shape;
    const isBlank = given === null && this.hasBlanks && planned.nullable !== true && Array.isArray(parent?.group);
    const value = isBlank ? undefined : given === undefined && mayBegin ? this.seed(node) : given;
    if (container === undefined) {
      node.stored = value;
      return node;
    }
    node.group = container === 'list' || container === 'tuple' ? [] : {};
    if (children !== undefined) {
      const isBegun = value !== undefined || key !== undefined || parent === undefined || planned.required === true;
      node.children = children.map((child) =>
        this.build(child, node, scope, undefined, child.name, memberOf(value, child.name), mayBegin && isBegun),
      );
    }
    if (shape.row !== undefined) this.fill(node, value);
    return node;
  }

  private fill(list: LiveNode, value: JsonValue | undefined): void {
    const { container, children = [], byName } = list.shape;
    const rows: LiveNode[] = (list.rows = []);
    const keys = Object.keys(this.keys).length === 0 ? undefined : this.keys[list.pointer];
    const add = (item: JsonValue | undefined, name: string, count: number): void => {
      const key = keys?.length === count ? keys[rows.length] : undefined;
      rows.push(this.row(list, item, name, key));
    };
    if (container === 'optional') {
      if (value !== undefined) add(value, '', 1);
    } else if (container === 'entries') {
      const names = isObject(value) ? Object.keys(value).filter((name) => byName?.has(name) !== true) : [];
      for (const name of names) add(ownValue(value as JsonObject, name), name, names.length);
    } else if (Array.isArray(value)) {
      const items = value.slice(children.length);
      for (const item of items) add(item, '', items.length);
    }
    rows.forEach((row, place) => (row.place = place));
  }

  private open({ home }: NodeShape, around: Scope | undefined): Scope {
    const scope = new Scope(home, around);
    scope.enter();
    this.scopes += 1;
    return scope;
  }
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) ? ownValue(value, name) : undefined;
}
