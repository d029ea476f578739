/**
 * A dossier that was filed, opened at some places only: those that are asked for and those that they make visible, required or one with
 * another. Every other place is held to what was filed.
 */
import { isEqual, readTokens } from '../data/json.js';
import { tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import { admitItems, type AskedItem, readAskedItems } from './asked-items.js';
import { Answers } from './answers.js';
import type { Opening } from './form.js';
import type { LiveNode } from './live-node.js';
import type { PlanIndex } from './plan-index.js';
import { keepAnswers } from './snapshot.js';

/** Knows which places are open as the answers stand, and brings the others back. */
export class OpenPlaces {
  /** How the form stood when it was filed, by today's date. */
  private readonly then: Answers;
  private readonly asked = new Set<LiveNode>();
  private readonly items = new Map<LiveNode, readonly AskedItem[]>();
  /** What was answered at places that closed again, for the case that they open once more. */
  private readonly aside = new Map<LiveNode, JsonValue>();
  private readonly closed = new Set<LiveNode>();

  /** @throws {FormError} `form.unknown-pointer` when a pointer names nothing that was filed or may be. */
  constructor(
    index: PlanIndex,
    private readonly opening: Opening,
    today: string,
  ) {
    this.then = new Answers(index, today, opening.filed);
    for (const pointer of opening.pointers) this.ask(pointer);
  }

  /** Did the place not show when the dossier was filed? */
  wasHidden(node: LiveNode): boolean {
    const before = this.before(node);
    return before === undefined || !this.then.applies(before);
  }

  isOpen(node: LiveNode, now: Answers): boolean {
    const before = this.before(node);
    // What came with a new row is open while rows may come.
    if (before === undefined) return node.parent === undefined || this.isOpen(node.parent, now);
    if (this.isAsked(before) || this.items.has(before)) return true;
    if (!now.applies(node) || !this.then.applies(before)) return true;
    if (isUnanswered(before) && now.isRequired(node) && !this.then.isRequired(before)) return true;
    const twin = now.twinOf(node);
    const twinBefore = twin && this.before(twin);
    return (
      twin !== undefined &&
      (twinBefore !== this.then.twinOf(before) || (twinBefore !== undefined && this.isAsked(twinBefore)))
    );
  }

  /** Was the row asked for whole, so that it may go though its list stays? */
  mayLeave(row: LiveNode): boolean {
    const before = this.before(row);
    return before !== undefined && this.isAsked(before);
  }

  /** The value as far as the opening takes it: of a list that is open at single items, the others stay. */
  admit(node: LiveNode, value: JsonValue | undefined): JsonValue | undefined {
    const before = this.before(node);
    const items = before && this.items.get(before);
    const filed = before?.stored;
    if (before === undefined || items === undefined || this.isAsked(before) || !Array.isArray(filed)) return value;
    const admitted = admitItems(filed, value ?? [], items);
    return admitted.length === 0 ? undefined : admitted;
  }

  /**
   * Holds every closed place to what was filed, until nothing moves any more, and answers all nodes that changed on the way.
   * Each place gets back what was put aside at most once, so that two places cannot drive one another in circles.
   */
  settle(answers: Answers, onClose: (node: LiveNode) => void): Set<LiveNode> {
    const all = new Set<LiveNode>();
    const reopened = new Set<LiveNode>();
    for (let changed = answers.takeChanged(); changed.size > 0; changed = answers.takeChanged()) {
      for (const node of changed) {
        all.add(node);
        if (node.isGone || node.isComputed) continue;
        if (node.isField && this.isOpen(node, answers)) this.reopen(node, answers, reopened);
        else if (node.isField) this.close(node, answers, onClose);
        else if (node.rows !== undefined && !this.isOpen(node, answers)) this.closeRows(node, answers);
      }
    }
    return all;
  }

  private reopen(node: LiveNode, answers: Answers, reopened: Set<LiveNode>): void {
    if (!this.closed.delete(node) || reopened.has(node)) return;
    reopened.add(node);
    const value = this.aside.get(node);
    if (value !== undefined) answers.write(node, value);
  }

  private close(node: LiveNode, answers: Answers, onClose: (node: LiveNode) => void): void {
    const filed = this.before(node)?.stored;
    const kept = node.stored;
    if (!isEqual(kept, filed)) {
      if (kept !== undefined) this.aside.set(node, kept);
      answers.write(node, filed);
    }
    if (this.closed.has(node)) return;
    this.closed.add(node);
    onClose(node);
  }

  /** Rows that came go, rows that went come back, unless they were asked for. */
  private closeRows(list: LiveNode, answers: Answers): void {
    const filed = this.before(list)?.rows ?? [];
    for (const row of (list.rows ?? []).slice()) if (this.before(row) === undefined) answers.removeRow(row);
    let place = 0;
    for (const before of filed) {
      const row = list.rows?.find(({ key }) => key === before.key);
      if (row === undefined && this.isAsked(before)) continue;
      if (row === undefined)
        answers.insertRow(list, place, answers.makeRow(list, keepAnswers(before), before.name, before.key));
      else if (list.rows?.[place] !== row) answers.moveRow(row, place);
      place += 1;
    }
  }

  /** The same place as it was filed: rows are the same by their keys. */
  private before(node: LiveNode): LiveNode | undefined {
    const { parent, key, name, shape } = node;
    if (parent === undefined) return this.then.root;
    const above = this.before(parent);
    if (key !== undefined) return above?.rows?.find((row) => row.key === key);
    const place = parent.shape.byName?.get(name);
    const found = place === undefined ? undefined : above?.children?.[place];
    return found?.shape === shape ? found : undefined;
  }

  private isAsked(before: LiveNode): boolean {
    return this.asked.has(before) || (before.parent !== undefined && this.isAsked(before.parent));
  }

  private ask(pointer: Pointer): void {
    const { node, rest } = this.then.reach(pointer);
    if (rest === 0) {
      this.asked.add(node);
      return;
    }
    const [token = ''] = tokensOf(pointer.slice(node.pointer.length));
    if (!node.isField || !Array.isArray(node.stored) || readTokens(node.stored, [token]) === undefined) {
      throw new FormError('form.unknown-pointer', `Nothing was filed at ${pointer}, and the form has no such field.`, {
        pointer,
        cure: 'Open fields of the plan, or items that the filed answers hold.',
      });
    }
    this.items.set(node, readAskedItems(node.pointer, this.opening.pointers));
  }
}

function isUnanswered({ stored, rows }: LiveNode): boolean {
  return stored === undefined && (rows === undefined || rows.length === 0);
}
