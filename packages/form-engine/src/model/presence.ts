/**
 * Keeps the document of what applies: puts each answer at its place, takes it away, and lets a group be there while something in it is, or
 * while it is demanded.
 */
import { cloneJson, isObject, readTokens, setOwn } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { type LiveNode, offsetOf, placeOf } from './live-node.js';

/** What presence rests on, and who hears of it. */
export interface PresenceRules {
  isDemanded(node: LiveNode): boolean;
  isHolding(node: LiveNode, condition: number): boolean;
  /** Does the form fill in values of which there is only one? */
  fillsIn: boolean;
  /** A place is there or not there any more. */
  onMove(node: LiveNode): void;
  /** A node may look otherwise. */
  onChange(node: LiveNode): void;
}

/** Is the place of a node there, all the way up? */
export function isPresent(node: LiveNode): boolean {
  return node.parent === undefined || (node.shown !== undefined && isPresent(node.parent));
}

/** The document of what applies. */
export class Presence {
  /** Lists whose rows are coming in; they are written once, at the end. */
  private readonly filling = new Set<LiveNode>();

  constructor(private readonly rules: PresenceRules) {}

  /** The answer of a field, or the only one that there can be. */
  held({ stored, shape }: LiveNode): JsonValue | undefined {
    return stored === undefined && shape.isFilled && this.rules.fillsIn ? shape.planned.constant : stored;
  }

  /** Brings the answer of a field to its place. */
  put(node: LiveNode): void {
    const { stored } = node;
    const value = this.held(node);
    const shown = value === undefined || !node.visible ? undefined : this.withoutHiddenParts(node, value);
    this.show(node, shown, shown !== undefined && stored !== undefined);
  }

  /** Decides whether a group is there. */
  place(group: LiveNode): void {
    if (group.parent === undefined) {
      group.shown = group.group;
      return;
    }
    const isRow = group.key !== undefined;
    const holds = group.visible && (isRow || group.content > 0);
    const belongs = holds || (group.visible && isPresent(group.parent) && this.rules.isDemanded(group));
    const was = group.shown !== undefined;
    this.show(group, belongs ? this.valueOf(group) : undefined, holds);
    if (was === belongs) return;
    this.rules.onMove(group);
    for (const child of group.children ?? []) {
      this.rules.onChange(child);
      if (!child.isField) this.place(child);
    }
  }

  /** Rows came, went or moved: `splice` says how, when that is enough to know. */
  arrange(list: LiveNode, splice?: { at: number; removed: number; added: LiveNode[] }): void {
    const rows = list.rows ?? [];
    list.content =
      rows.filter(({ counts }) => counts).length + (list.children ?? []).filter(({ counts }) => counts).length;
    const { group } = list;
    if (list.shape.container === 'list' && Array.isArray(group) && splice !== undefined && isFull(splice.added)) {
      const before = rows.length - splice.added.length + splice.removed;
      if (group.length === before) {
        group.splice(splice.at, splice.removed, ...splice.added.map(({ shown }) => shown as JsonValue));
        return this.place(list);
      }
    }
    this.refill(list);
    this.place(list);
  }

  /** Lets rows change without writing their list for each; `arrange` writes it. */
  hold(list: LiveNode, act: () => void): void {
    this.filling.add(list);
    act();
    this.filling.delete(list);
  }

  private show(node: LiveNode, shown: JsonValue | undefined, counts: boolean): void {
    const parent = node.parent as LiveNode;
    const was = node.shown;
    const moved = (was === undefined) !== (shown === undefined);
    node.shown = shown;
    if (was !== shown || moved) this.attach(parent, node, moved);
    if (node.counts !== counts) {
      node.counts = counts;
      parent.content += counts ? 1 : -1;
      this.place(parent);
    }
  }

  /** Brings the group above into line with what one of its parts shows. */
  private attach(parent: LiveNode, node: LiveNode, moved: boolean): void {
    const { group, shape } = parent;
    const { shown } = node;
    if (shape.container === 'tuple') {
      for (const child of parent.children ?? []) this.rules.onChange(child);
      this.refill(parent);
    } else if (shape.container === 'optional') {
      this.place(parent);
    } else if (Array.isArray(group)) {
      if (moved || group.length !== parent.rows?.length) this.refill(parent);
      else if (!this.filling.has(parent)) group[placeOf(node)] = shown as JsonValue;
    } else if (isObject(group)) {
      if (shown === undefined) delete group[node.name];
      else setOwn(group, node.name, shown);
    }
  }

  /** Writes the parts of a list or map anew. Items without an answer are left out; in a tuple, where the place counts, they are null. */
  private refill(list: LiveNode): void {
    const { group, children = [], rows = [] } = list;
    if (this.filling.has(list) || group === undefined) return;
    if (Array.isArray(group)) {
      const fixed = list.shape.container === 'tuple' ? children.map(({ shown }) => shown ?? null) : [];
      const items = rows.flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
      const last = items.length > 0 ? offsetOf(list) : children.findLastIndex(({ shown }) => shown !== undefined) + 1;
      group.length = 0;
      for (const value of [...fixed.slice(0, last), ...items]) group.push(value);
    } else {
      for (const name of Object.keys(group)) delete group[name];
      for (const { name, shown } of [...children, ...rows]) if (shown !== undefined) setOwn(group, name, shown);
    }
  }

  private valueOf(group: LiveNode): JsonValue {
    if (group.shape.container === 'optional') return group.rows?.[0]?.shown ?? {};
    return group.group as JsonObject;
  }

  private withoutHiddenParts(node: LiveNode, value: JsonValue): JsonValue {
    const hidden = (node.shape.parts ?? []).filter(({ hiddenWhen }) =>
      hiddenWhen.some((id) => this.rules.isHolding(node, id)),
    );
    if (hidden.length === 0) return value;
    const copy = cloneJson(value);
    for (const { tokens } of hidden) {
      const owner = readTokens(copy, tokens.slice(0, -1));
      if (isObject(owner)) delete owner[tokens.at(-1) ?? ''];
    }
    return copy;
  }
}

function isFull(rows: readonly LiveNode[]): boolean {
  return rows.every(({ shown }) => shown !== undefined);
}
