/**
 * The tree of what is live: one node for each field, group and row. Rows are told apart by their keys; indexes exist only in pointers.
 */
import type { FieldKind } from '../kinds/kind.js';
import { join } from '../data/pointer.js';
import type { Outcome } from '../expression/expression.js';
import type { JsonObject, JsonValue, PlanNode, Pointer } from '../plan/plan.js';
import type { Entry } from './entry.js';
import type { FieldState, ListState, RowKey } from './form.js';
import type { Home, NodeShape } from './node-shape.js';
import type { Topic } from './subscriptions.js';

/** One live place. */
export class LiveNode {
  /** Of a group: its parts by place in the shape. */
  children: LiveNode[] | undefined;
  /** Of a list or map: its rows in order. Of an optional group: itself, when it was begun. */
  rows: LiveNode[] | undefined;
  /** Of a row: its name in a map. */
  name: string;
  /** The answer of a field, whether it applies or not. */
  stored: JsonValue | undefined;
  /** What of it applies at present; undefined where nothing does. */
  shown: JsonValue | undefined;
  /** Of a group: what it would hold. */
  group: JsonObject | JsonValue[] | undefined;
  visible = false;
  /** Is there an answer in it, for the group above? How many parts of a group have one. */
  counts = false;
  content = 0;
  /** It left the form with its row. */
  isGone = false;
  /** Where a row stood when its place was last asked for. */
  place = 0;
  /** The kept answers as one immutable value, while it is fresh. */
  kept: JsonValue | undefined;
  isFresh = false;
  /** The canonical text of a row among rows that may not repeat, while nothing in it changes. */
  text: string | undefined;
  /** What the form says of it, and those who listen. */
  state: FieldState | ListState | undefined;
  topic: Topic | undefined;
  /** Where it stood when its issues were made. */
  at: Pointer = '';
  /** The answer, or the keys of the rows, with which it began. */
  first: JsonValue | undefined;
  isBegun = false;
  /** What was done to it; undefined while nothing was. */
  entry: Entry | undefined;

  constructor(
    readonly shape: NodeShape,
    readonly parent: LiveNode | undefined,
    readonly scope: Scope,
    /** Of a row. */
    readonly key: RowKey | undefined,
    name: string,
  ) {
    this.name = name;
  }

  get planned(): PlanNode {
    return this.shape.planned;
  }

  get fieldKind(): FieldKind | undefined {
    return this.shape.fieldKind;
  }

  /** Is it answered as one, without places of its own? */
  get isField(): boolean {
    return this.shape.container === undefined;
  }

  get isComputed(): boolean {
    return this.shape.isComputed;
  }

  /** Where it stands now. */
  get pointer(): Pointer {
    const { parent } = this;
    if (parent === undefined) return '';
    if (this.key === undefined) return join(parent.pointer, this.name);
    if (parent.shape.container === 'optional') return parent.pointer;
    return join(parent.pointer, parent.shape.container === 'entries' ? this.name : placeOf(this) + offsetOf(parent));
  }
}

/** The state of the conditions, rules and mirrors that are live once together. */
export class Scope {
  readonly nodes: LiveNode[];
  readonly held: boolean[];
  readonly outcomes: Outcome[];
  readonly mirroring: boolean[];
  /** Rules that needed more steps than they have. */
  readonly spent = new Set<number>();
  /** Scopes directly inside, by their home. */
  readonly inner = new Map<Home, Set<Scope>>();
  isGone = false;

  constructor(
    readonly home: Home,
    readonly parent: Scope | undefined,
  ) {
    this.nodes = new Array<LiveNode>(home.slots);
    this.held = new Array<boolean>(home.conditions).fill(false);
    this.outcomes = new Array<Outcome>(home.rules);
    this.mirroring = new Array<boolean>(home.mirrors).fill(false);
  }

  /** Takes its place inside the scope above. */
  enter(): void {
    this.isGone = false;
    const inner = this.parent?.inner;
    const known = inner?.get(this.home);
    if (known === undefined) inner?.set(this.home, new Set([this]));
    else known.add(this);
  }

  leave(): void {
    this.isGone = true;
    this.parent?.inner.get(this.home)?.delete(this);
  }

  /** The scope of that home in which this one stands. */
  outer(home: Home): Scope | undefined {
    let here: Scope | undefined = this as Scope;
    while (here !== undefined && here.home !== home) here = here.parent;
    return here;
  }
}

/** Index of a row among the rows. All are counted again after rows moved, not before somebody asks. */
export function placeOf(row: LiveNode): number {
  const rows = row.parent?.rows ?? [];
  if (rows[row.place] !== row) rows.forEach((one, place) => (one.place = place));
  return row.place;
}

/** Items before the first row: those of a tuple that have places of their own. */
export function offsetOf(list: LiveNode): number {
  return list.shape.container === 'tuple' ? (list.children?.length ?? 0) : 0;
}
