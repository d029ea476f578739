/**
 * Holds the answers and knows at every moment which of them apply: writes one place, then looks again only at the
 * conditions, rules and mirrors that the plan lists for it. Used by the live form and by the gateway's check.
 */
import { cloneJson, isEqual, isObject, ownValue, readTokens, setOwn } from '../data/json.js';
import { tokensOf } from '../data/pointer.js';
import { evaluateExpression } from '../expression/evaluate.js';
import { isTruthy, type Outcome } from '../expression/expression.js';
import type { JsonObject, JsonValue, PlanCondition, Pointer } from '../plan/plan.js';
import { CellQueue } from './cell-queue.js';
import type { LiveNode, PlanIndex } from './plan-index.js';

/** How the answers stand: by node id, what was answered; by condition, rule and mirror id, what holds. */
export class Answers {
  /** What applies, as one live object; conditions and rules read it. Not to be handed out. */
  readonly applying: JsonObject;
  /** Nodes whose state may differ since the last `takeChanged`. */
  private changed = new Set<LiveNode>();
  private readonly stored: (JsonValue | undefined)[] = [];
  private readonly visible: boolean[];
  private readonly groups = new Map<LiveNode, JsonObject>();
  private readonly held: boolean[];
  private readonly outcomes: Outcome[] = [];
  private readonly mirroring: boolean[];
  private readonly queue: CellQueue;

  constructor(
    private readonly index: PlanIndex,
    private readonly today: string,
    initial: readonly (readonly [LiveNode, JsonValue])[],
    /** `false`: keep what was sent as it is, to compare it with what it should be. */
    private readonly join = true,
  ) {
    const { plan, nodes } = index;
    this.applying = {};
    this.visible = nodes.map(() => true);
    this.held = plan.conditions.map(() => false);
    this.mirroring = plan.mirrors.map(() => false);
    this.queue = new CellQueue(plan.order.length);
    for (const node of nodes)
      if (node.children !== undefined) this.groups.set(node, node.parent === undefined ? this.applying : {});
    for (const [node, value] of initial) {
      this.stored[node.id] = value;
      this.put(node, value);
    }
    for (const node of nodes) this.judge(node);
    this.queue.addAll();
    this.settle();
    for (const node of nodes) this.changed.add(node);
  }

  /** The answer kept for a place, whether it applies or not. */
  kept(node: LiveNode): JsonValue | undefined {
    return this.stored[node.id];
  }

  /** The answer at a place if it applies, without parts that do not. */
  value(node: LiveNode): JsonValue | undefined {
    return node.parent === undefined ? this.applying : ownValue(this.groupOf(node.parent), node.name);
  }

  applies(node: LiveNode): boolean {
    return this.visible[node.id] === true;
  }

  isHolding(condition: number): boolean {
    return this.held[condition] === true;
  }

  outcome(rule: number): Outcome {
    return this.outcomes[rule];
  }

  /** Is it to be answered, as things stand? A group of its own that nobody began is not. */
  isRequired(node: LiveNode): boolean {
    return this.isDemanded(node) && (node.parent === undefined || this.isPresent(node.parent));
  }

  /** The place that holds the same value at present. */
  twinOf(node: LiveNode): LiveNode | undefined {
    for (const { mirror, twin } of node.twins)
      if (this.mirroring[mirror] === true && this.applies(twin) && this.applies(node)) return twin;
    return undefined;
  }

  /** Writes one place, and everything that follows from it. */
  write(node: LiveNode, value: JsonValue | undefined): void {
    this.store(node, value);
    this.settle();
  }

  /** The nodes to look at again, each once. */
  takeChanged(): Set<LiveNode> {
    const changed = this.changed;
    this.changed = new Set();
    return changed;
  }

  private store(node: LiveNode, value: JsonValue | undefined): void {
    if (isEqual(this.stored[node.id], value)) return;
    this.stored[node.id] = value;
    this.changed.add(node);
    this.put(node, value);
    this.enqueue(node.pointer);
    if (!this.join) return;
    for (const { mirror, twin } of node.twins) if (this.mirroring[mirror] === true) this.store(twin, value);
  }

  private settle(): void {
    for (let cell = this.queue.next(); cell !== undefined; cell = this.queue.next()) {
      const entry = this.index.plan.order[cell];
      if (entry === undefined) continue;
      if ('condition' in entry) this.settleCondition(entry.condition);
      else if ('rule' in entry) this.settleRule(entry.rule);
      else this.settleMirror(entry.mirror);
    }
  }

  private settleCondition(id: number): void {
    const condition = this.index.plan.conditions[id];
    const holds = condition !== undefined && this.test(condition);
    if (holds === this.held[id]) return;
    this.held[id] = holds;
    for (const follower of this.index.conditionsUnder[id] ?? []) this.queue.add(follower);
    for (const node of this.index.nodesOfCondition[id] ?? []) {
      this.changed.add(node);
      this.judge(node);
    }
  }

  private test({ at, parent, schema, present, expected }: PlanCondition): boolean {
    if (parent !== undefined && this.held[parent] !== true) return false;
    const found = readTokens(this.applying, tokensOf(at));
    const value = found ?? (this.index.byPointer.get(at)?.children === undefined ? undefined : {});
    if (value === undefined) return false;
    if (present !== undefined) return (isObject(value) && Object.hasOwn(value, present)) === expected;
    return this.index.validator.at(schema ?? '').test(value) === expected;
  }

  private settleRule(id: number): void {
    const rule = this.index.plan.rules[id];
    const node = rule === undefined ? undefined : this.index.byPointer.get(rule.pointer);
    if (rule === undefined || node === undefined) return;
    const outcome = evaluateExpression(rule.expression, {
      read: (pointer) => this.read(pointer),
      today: this.today,
      at: rule.pointer,
    });
    if (rule.effect === 'computed') this.store(node, outcome);
    if (isEqual(outcome, this.outcomes[id])) return;
    this.outcomes[id] = outcome;
    this.changed.add(node);
    if (rule.effect === 'visible') this.judge(node);
  }

  private settleMirror(id: number): void {
    const mirror = this.index.plan.mirrors[id];
    if (mirror === undefined) return;
    const when = evaluateExpression(mirror.when, { read: (pointer) => this.read(pointer), today: this.today, at: '' });
    const holds = when !== undefined && isTruthy(when);
    if (holds === this.mirroring[id]) return;
    this.mirroring[id] = holds;
    for (const pair of mirror.pairs) {
      const [first, second] = pair.map((pointer) => this.index.byPointer.get(pointer));
      if (first === undefined || second === undefined) continue;
      this.changed.add(first);
      this.changed.add(second);
      if (!holds || !this.join) continue;
      const shared = this.stored[first.id] ?? this.stored[second.id];
      this.store(first, shared);
      this.store(second, shared);
    }
  }

  private read(pointer: Pointer): Outcome {
    return readTokens(this.applying, tokensOf(pointer));
  }

  /** Decides anew whether a node applies and is demanded, and brings `applying` into line. */
  private judge(node: LiveNode): void {
    const visible = this.shouldApply(node);
    if (visible !== this.visible[node.id]) {
      this.visible[node.id] = visible;
      this.changed.add(node);
      for (const child of node.children ?? []) this.judge(child);
      this.enqueue(node.pointer);
    }
    if (node.children === undefined) this.put(node, this.stored[node.id]);
    else this.place(node);
    for (const part of node.parts ?? []) this.enqueue(part.pointer);
  }

  private shouldApply(node: LiveNode): boolean {
    if (node.parent !== undefined && !this.applies(node.parent)) return false;
    if (node.hiddenWhen?.some((id) => this.held[id]) === true) return false;
    if (node.declaredWhen?.some((id) => this.held[id]) === false) return false;
    return !node.visibleRules.some((id) => this.outcomes[id] !== undefined && !isTruthy(this.outcomes[id]));
  }

  private isDemanded(node: LiveNode): boolean {
    return this.applies(node) && (node.required === true || node.requiredWhen?.some((id) => this.held[id]) === true);
  }

  private isPresent(group: LiveNode): boolean {
    return (
      group.parent === undefined ||
      (this.isPresent(group.parent) && Object.hasOwn(this.groupOf(group.parent), group.name))
    );
  }

  private groupOf(node: LiveNode): JsonObject {
    return this.groups.get(node) ?? this.applying;
  }

  /** Puts an answer, or nothing, at its place among what applies. */
  private put(node: LiveNode, value: JsonValue | undefined): void {
    if (node.parent === undefined) return;
    const group = this.groupOf(node.parent);
    const shown = value === undefined || !this.applies(node) ? undefined : this.withoutHiddenParts(node, value);
    if (shown === undefined) delete group[node.name];
    else setOwn(group, node.name, shown);
    this.place(node.parent);
  }

  /** A group is there while something in it is, or while it is demanded. */
  private place(group: LiveNode): void {
    if (group.parent === undefined) return;
    const above = this.groupOf(group.parent);
    const own = this.groupOf(group);
    const there = Object.hasOwn(above, group.name);
    const belongs = this.applies(group) && (Object.keys(own).length > 0 || this.isDemanded(group));
    if (there !== belongs) {
      if (belongs) setOwn(above, group.name, own);
      else delete above[group.name];
      for (const child of group.children ?? []) this.changed.add(child);
      this.enqueue(group.pointer);
    }
    this.place(group.parent);
  }

  private withoutHiddenParts(node: LiveNode, value: JsonValue): JsonValue {
    const hidden = (node.parts ?? []).filter(({ hiddenWhen }) => hiddenWhen.some((id) => this.held[id]));
    if (hidden.length === 0) return value;
    const copy = cloneJson(value);
    for (const { tokens } of hidden) {
      const owner = readTokens(copy, tokens.slice(0, -1));
      if (isObject(owner)) delete owner[tokens.at(-1) ?? ''];
    }
    return copy;
  }

  private enqueue(pointer: Pointer): void {
    for (const cell of this.index.dependents(pointer)) this.queue.add(cell);
  }
}
