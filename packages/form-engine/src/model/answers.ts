/**
 * Holds the answers and knows at every moment which of them apply: writes one place, then looks again only at the
 * conditions, rules and mirrors that the plan lists for it, until nothing moves any more. Used by the live form and by the gateway's check.
 */
import { isEqual, isObject, readTokens } from '../data/json.js';
import { isWithin, tokensOf } from '../data/pointer.js';
import { evaluateExpression, runExpression } from '../expression/evaluate.js';
import { type ExpressionContext, isTruthy, type Outcome } from '../expression/expression.js';
import { isKept, runRule } from '../expression/run-rule.js';
import type { JsonObject, JsonValue, PlanCondition, Pointer } from '../plan/plan.js';
import { CellQueue } from './cell-queue.js';
import type { RowKey } from './form.js';
import { type LiveNode, placeOf, type Scope } from './live-node.js';
import { eachLive, eachNode, eachScope, isBeforeAnswer, nearest, scopesOf, step } from './live-tree.js';
import type { PlanIndex } from './plan-index.js';
import { isPresent, Presence } from './presence.js';
import { type Seed, Unfolder } from './unfold.js';

/** How answers begin. */
export interface AnswersOptions {
  /** `false`: keep what was sent as it is, to compare it with what it should be. */
  join?: boolean;
  /** With what a field begins that was given no answer; absent: with none. */
  seed?: Seed;
  /** Keys that rows had before, by pointer of their list. */
  keys?: Readonly<Record<Pointer, readonly RowKey[]>>;
}

/** The answers of one plan. */
export class Answers {
  readonly root: LiveNode;
  /** What applies, as one live object; conditions and rules read it. Not to be handed out. */
  readonly applying: JsonObject;
  /** How many conditions, rules and mirrors were looked at. */
  evaluations = 0;
  /** Nodes whose state may differ since the last `takeChanged`. */
  private changed = new Set<LiveNode>();
  private readonly queue: CellQueue;
  private readonly unfolder: Unfolder;
  private readonly presence: Presence;
  private readonly join: boolean;

  constructor(
    private readonly index: PlanIndex,
    private readonly today: string,
    initial: JsonObject,
    { join = true, seed = () => undefined, keys = {} }: AnswersOptions = {},
  ) {
    this.join = join;
    this.queue = new CellQueue(index.plan.order.length);
    this.presence = new Presence({
      isDemanded: (node) => this.isDemanded(node),
      isHolding: (node, condition) => this.isHolding(node, condition),
      fillsIn: join,
      onMove: (node) => this.enqueue(node),
      onChange: (node) => this.changed.add(node),
    });
    this.unfolder = new Unfolder(seed, join, keys);
    this.root = this.unfolder.root(index.root, initial);
    this.applying = this.root.group as JsonObject;
    this.begin(this.root);
    this.settle();
  }

  /** The answer kept for a field, whether it applies or not. */
  kept(node: LiveNode): JsonValue | undefined {
    return this.presence.held(node);
  }

  /** The answer at a place if it applies, without parts that do not. */
  value(node: LiveNode): JsonValue | undefined {
    return node.shown;
  }

  applies(node: LiveNode): boolean {
    return node.visible;
  }

  /** Does a condition hold, as seen from a node? */
  isHolding(node: LiveNode, condition: number): boolean {
    const place = this.index.conditionAt[condition];
    return place !== undefined && node.scope.outer(place.home)?.held[place.slot] === true;
  }

  /** What a rule came to, as seen from a node. */
  outcome(node: LiveNode, rule: number): Outcome {
    const place = this.index.ruleAt[rule];
    return place && node.scope.outer(place.home)?.outcomes[place.slot];
  }

  /** Is it to be answered, as things stand? A group of its own that nobody began is not. */
  isRequired(node: LiveNode): boolean {
    return this.isDemanded(node) && (node.parent === undefined || isPresent(node.parent));
  }

  /** The place that holds the same value at present. */
  twinOf(node: LiveNode): LiveNode | undefined {
    if (!node.visible) return undefined;
    for (const twin of this.twins(node)) if (twin.visible) return twin;
    return undefined;
  }

  /** The node at a pointer; undefined where there is none at present. */
  find(pointer: Pointer): LiveNode | undefined {
    const { node, rest } = this.reach(pointer);
    return rest === 0 ? node : undefined;
  }

  /** The last node on the way to a pointer, and how many tokens are left beyond it. */
  reach(pointer: Pointer): { node: LiveNode; rest: number } {
    const tokens = tokensOf(pointer);
    let node = this.root;
    for (const [depth, token] of tokens.entries()) {
      const next = step(node, token);
      if (next === undefined) return { node, rest: tokens.length - depth };
      node = next;
    }
    return { node, rest: 0 };
  }

  /** Every field that is live, in the order of the plan. */
  fields(): LiveNode[] {
    const found: LiveNode[] = [];
    eachNode(this.root, (node) => node.isField && found.push(node));
    return found;
  }

  /** Writes one place, and everything that follows from it. */
  write(node: LiveNode, value: JsonValue | undefined): void {
    this.store(node, value);
    this.settle();
  }

  /** Brings a new row in, or one that was taken out. */
  insertRow(list: LiveNode, place: number, row: LiveNode): void {
    const rows = (list.rows ??= []);
    const at = Math.max(0, Math.min(place, rows.length));
    rows.splice(at, 0, row);
    row.place = at;
    eachNode(row, (node) => (node.isGone = false));
    for (const scope of scopesOf(row)) scope.enter();
    this.presence.hold(list, () => this.begin(row));
    this.follow(list, { at, removed: 0, added: [row] });
  }

  /** Makes a row that is not among the rows yet. */
  makeRow(list: LiveNode, value: JsonValue | undefined, name: string, key?: RowKey): LiveNode {
    return this.unfolder.row(list, value, name, key);
  }

  removeRow(row: LiveNode): void {
    const list = row.parent as LiveNode;
    const at = placeOf(row);
    list.rows?.splice(at, 1);
    eachNode(row, (node) => (node.isGone = true));
    for (const scope of scopesOf(row)) scope.leave();
    this.follow(list, { at, removed: 1, added: [] });
  }

  moveRow(row: LiveNode, place: number): void {
    const list = row.parent as LiveNode;
    const rows = list.rows ?? [];
    rows.splice(placeOf(row), 1);
    rows.splice(Math.max(0, Math.min(place, rows.length)), 0, row);
    this.follow(list);
  }

  renameRow(row: LiveNode, name: string): void {
    row.name = name;
    this.follow(row.parent as LiveNode);
  }

  /** The nodes to look at again, each once. */
  takeChanged(): Set<LiveNode> {
    const changed = this.changed;
    this.changed = new Set();
    return changed;
  }

  /** Did the rule need more steps than it has? */
  isSpent(node: LiveNode, rule: number): boolean {
    const place = this.index.ruleAt[rule];
    return place !== undefined && node.scope.outer(place.home)?.spent.has(rule) === true;
  }

  /** Does a rule that filters options leave the value among them? */
  keepsOption(node: LiveNode, rule: number, value: JsonValue): boolean {
    const { expression, pointer } = this.index.plan.rules[rule] ?? { expression: true, pointer: '' };
    return isKept(runExpression(expression, { ...this.contextAt(pointer, node.scope), item: value }));
  }

  private begin(node: LiveNode): void {
    for (const scope of scopesOf(node)) for (const cell of scope.home.cells) this.queue.add(cell, scope);
    this.judge(node, true);
  }

  private store(node: LiveNode, value: JsonValue | undefined): void {
    if (isEqual(node.stored, value)) return;
    node.stored = value;
    this.spoil(node);
    this.changed.add(node);
    this.presence.put(node);
    this.enqueue(node);
    if (this.join) for (const twin of this.twins(node)) this.store(twin, value);
  }

  /** What was made of the answers below a node is made anew when somebody asks. */
  private spoil(node: LiveNode): void {
    for (let here: LiveNode | undefined = node; here !== undefined; here = here.parent) {
      here.isFresh = false;
      here.text = undefined;
      if (here.shape.planned.uniqueItems === true && here.rows !== undefined) this.changed.add(here);
    }
  }

  private follow(list: LiveNode, splice?: { at: number; removed: number; added: LiveNode[] }): void {
    this.spoil(list);
    this.presence.arrange(list, splice);
    this.changed.add(list);
    for (const cell of this.index.dependentsOfRows(list.shape)) this.queueFrom(cell, list.scope);
    if (this.index.isRecursive && list.parent !== undefined) this.enqueueAbove(list);
    this.settle();
  }

  private settle(): void {
    for (let next = this.queue.next(this.unfolder.scopes); next; next = this.queue.next(this.unfolder.scopes)) {
      const { cell, scope } = next;
      const entry = this.index.plan.order[cell];
      if (entry === undefined || scope.isGone) continue;
      this.evaluations += 1;
      if ('condition' in entry) this.settleCondition(entry.condition, scope);
      else if ('rule' in entry) this.settleRule(entry.rule, scope);
      else this.settleMirror(entry.mirror, scope);
    }
  }

  private settleCondition(id: number, scope: Scope): void {
    const condition = this.index.plan.conditions[id];
    const slot = this.index.conditionAt[id]?.slot ?? 0;
    const holds = condition !== undefined && this.test(condition, scope);
    if (holds === scope.held[slot]) return;
    scope.held[slot] = holds;
    for (const follower of this.index.conditionsUnder[id] ?? []) this.queueFrom(follower, scope);
    for (const shape of this.index.shapesOfCondition[id] ?? []) {
      eachLive(shape, scope, (node) => {
        this.changed.add(node);
        this.judge(node);
      });
    }
  }

  private test({ at, parent, schema, present, expected }: PlanCondition, scope: Scope): boolean {
    if (parent !== undefined) {
      const above = this.index.conditionAt[parent];
      if (above === undefined || scope.outer(above.home)?.held[above.slot] !== true) return false;
    }
    const found = this.read(at, scope);
    const container = this.index.byPointer.get(at)?.container;
    const value = found ?? (container === 'object' || container === 'entries' ? {} : undefined);
    if (value === undefined) return false;
    if (present !== undefined) return (isObject(value) && Object.hasOwn(value, present)) === expected;
    return this.index.validator.at(schema ?? '').test(value) === expected;
  }

  private settleRule(id: number, scope: Scope): void {
    const rule = this.index.plan.rules[id];
    const slot = this.index.ruleAt[id]?.slot ?? 0;
    if (rule === undefined) return;
    const { effect, pointer } = rule;
    const shapes = this.index.shapesOfRule(id);
    const { outcome, spent } = runRule(rule, shapes[0]?.planned.options?.values, this.contextAt(pointer, scope));
    // Which options of a catalogue are left is not known here, so they may always be others.
    const isNew = effect === 'options' || !isEqual(outcome, scope.outcomes[slot]) || scope.spent.has(id) !== spent;
    scope.outcomes[slot] = outcome;
    if (spent) scope.spent.add(id);
    else scope.spent.delete(id);
    for (const shape of shapes) {
      eachLive(shape, scope, (node) => {
        if (effect === 'computed') this.store(node, outcome);
        if (!isNew) return;
        this.changed.add(node);
        if (effect === 'visible' || effect === 'skip') this.judge(node);
      });
    }
  }

  private settleMirror(id: number, scope: Scope): void {
    const mirror = this.index.plan.mirrors[id];
    const slot = this.index.mirrorAt[id]?.slot ?? 0;
    if (mirror === undefined) return;
    const when = evaluateExpression(mirror.when, this.contextAt('', scope));
    const holds = when !== undefined && isTruthy(when);
    if (holds === scope.mirroring[slot]) return;
    scope.mirroring[slot] = holds;
    for (const pair of mirror.pairs) {
      const [first, second] = pair.map((pointer) => nearest(this.index.byPointer.get(pointer), scope));
      if (first === undefined || second === undefined) continue;
      this.changed.add(first);
      this.changed.add(second);
      if (!holds || !this.join) continue;
      const shared = first.stored ?? second.stored;
      this.store(first, shared);
      this.store(second, shared);
    }
  }

  private contextAt(at: Pointer, scope: Scope): ExpressionContext {
    return { ...this.index.rules, read: (pointer) => this.read(pointer, scope), today: this.today, at };
  }

  /** The answer at a place of the plan, as seen from a scope: `*` is the row in which the scope stands. */
  private read(pointer: Pointer, scope: Scope): Outcome {
    for (let here: Scope | undefined = scope; here !== undefined; here = here.parent) {
      const home = here.home.pointer;
      if (!isWithin(pointer, home)) continue;
      return readTokens(here.nodes[here.home.root.slot]?.shown, tokensOf(pointer.slice(home.length)));
    }
    return undefined;
  }

  /** Decides anew whether a node applies and is demanded, and brings `applying` into line. */
  private judge(node: LiveNode, isNew = false): void {
    const visible = this.shouldApply(node);
    if (isNew || visible !== node.visible) {
      node.visible = visible;
      this.changed.add(node);
      const { rows } = node;
      for (const child of node.children ?? []) this.judge(child, isNew);
      if (rows !== undefined && rows.length > 0) {
        this.presence.hold(node, () => rows.forEach((row) => this.judge(row, isNew)));
        this.presence.arrange(node);
      }
      this.enqueue(node);
    }
    if (node.isField) this.presence.put(node);
    else this.presence.place(node);
    for (const part of node.shape.parts ?? [])
      for (const cell of this.index.dependents(part.pointer)) this.queueFrom(cell, node.scope);
  }

  private shouldApply(node: LiveNode): boolean {
    if (node.parent !== undefined && !node.parent.visible) return false;
    const { shape } = node;
    if (node.key === undefined) {
      const { hiddenWhen, declaredWhen } = shape.planned;
      if (hiddenWhen?.some((id) => this.isHolding(node, id)) === true) return false;
      if (declaredWhen?.some((id) => this.isHolding(node, id)) === false) return false;
    }
    if (shape.skipRules.some((id) => isTruthy(this.outcome(node, id)))) return false;
    return !shape.visibleRules.some((id) => isNo(this.outcome(node, id)));
  }

  private isDemanded(node: LiveNode): boolean {
    if (!node.visible || node.key !== undefined) return node.visible && node.key !== undefined && !node.isField;
    const { required, requiredWhen } = node.shape.planned;
    if (required === true || requiredWhen?.some((id) => this.isHolding(node, id)) === true) return true;
    const { parent, shape } = node;
    if (parent?.shape.container !== 'tuple' || !isBeforeAnswer(parent, Number(node.name))) return false;
    // Where nothing is answered before an answer, null is sent.
    return !this.index.validator.at(shape.planned.schema).test(null);
  }

  /** The places that hold the same value now, in the row or around it, and the other way round. */
  private *twins(node: LiveNode): Generator<LiveNode> {
    for (const { mirror, shape } of node.shape.twins) {
      const { home, slot } = this.index.mirrorAt[mirror] ?? {};
      if (home === undefined || slot === undefined) continue;
      const around: Scope[] = [];
      eachScope(home, node.scope, (scope) => around.push(scope));
      for (const scope of around) {
        const twin = scope.mirroring[slot] === true ? nearest(shape, scope) : undefined;
        if (twin !== undefined) yield twin;
      }
    }
  }

  private enqueue(node: LiveNode): void {
    for (const cell of this.index.dependents(node.shape.pointer)) this.queueFrom(cell, node.scope);
    if (this.index.isRecursive) this.enqueueAbove(node);
  }

  /** What lies in a part that a schema repeats inside itself is also part of what lies around it. */
  private enqueueAbove(node: LiveNode): void {
    for (let here = node; here.parent !== undefined; here = here.parent) {
      if (here.shape.parent === here.parent.shape) continue;
      for (const cell of this.index.dependents(here.parent.shape.pointer)) this.queueFrom(cell, here.parent.scope);
    }
  }

  private queueFrom(cell: number, from: Scope): void {
    const home = this.index.cells[cell];
    if (home !== undefined) eachScope(home, from, (scope) => this.queue.add(cell, scope));
  }
}

function isNo(outcome: Outcome): boolean {
  return outcome !== undefined && !isTruthy(outcome);
}
