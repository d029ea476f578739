/**
 * A dossier that was filed, opened at some places only: those that are asked for and those that they make visible, required or one with
 * another. Every other place is held to what was filed.
 */
import { isEqual, readTokens } from '../data/json.js';
import { isWithin, tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import { admitItems, type AskedItem, readAskedItems } from './asked-items.js';
import { Answers } from './answers.js';
import type { Opening } from './form.js';
import type { LiveNode, PlanIndex } from './plan-index.js';

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
    private readonly index: PlanIndex,
    private readonly opening: Opening,
    today: string,
  ) {
    this.then = new Answers(index, today, this.listFiled());
    for (const pointer of opening.pointers) this.ask(pointer);
  }

  /** The filed answers, as a form begins with them. */
  listFiled(): [LiveNode, JsonValue][] {
    return this.index.leaves.flatMap((leaf) => {
      const value = this.filed(leaf);
      return value === undefined ? [] : [[leaf, value] as [LiveNode, JsonValue]];
    });
  }

  /** Did the place not show when the dossier was filed? */
  wasHidden(node: LiveNode): boolean {
    return !this.then.applies(node);
  }

  isOpen(node: LiveNode, now: Answers): boolean {
    if (this.asked.has(node) || this.items.has(node)) return true;
    if (!now.applies(node) || this.wasHidden(node)) return true;
    if (this.filed(node) === undefined && now.isRequired(node) && !this.then.isRequired(node)) return true;
    const twin = now.twinOf(node);
    return twin !== undefined && (twin !== this.then.twinOf(node) || this.asked.has(twin));
  }

  /** The value as far as the opening takes it: of a list that is open at single items, the others stay. */
  admit(node: LiveNode, value: JsonValue | undefined): JsonValue | undefined {
    const items = this.items.get(node);
    const filed = this.filed(node);
    if (items === undefined || this.asked.has(node) || !Array.isArray(filed)) return value;
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
        if (node.children !== undefined || node.isComputed) continue;
        if (this.isOpen(node, answers)) this.reopen(node, answers, reopened);
        else this.close(node, answers, onClose);
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
    const filed = this.filed(node);
    const kept = answers.kept(node);
    if (!isEqual(kept, filed)) {
      if (kept !== undefined) this.aside.set(node, kept);
      answers.write(node, filed);
    }
    if (this.closed.has(node)) return;
    this.closed.add(node);
    onClose(node);
  }

  private filed(node: LiveNode): JsonValue | undefined {
    return readTokens(this.opening.filed, tokensOf(node.pointer));
  }

  private ask(pointer: Pointer): void {
    const leaves = this.index.leaves.filter((leaf) => isWithin(leaf.pointer, pointer));
    for (const leaf of leaves) this.asked.add(leaf);
    if (leaves.length > 0) return;
    const list = this.index.leaves.find((leaf) => isWithin(pointer, leaf.pointer));
    const filed = list && this.filed(list);
    const [token = ''] = tokensOf(pointer.slice(list?.pointer.length ?? 0));
    if (list === undefined || !Array.isArray(filed) || readTokens(filed, [token]) === undefined) {
      throw new FormError('form.unknown-pointer', `Nothing was filed at ${pointer}, and the form has no such field.`, {
        pointer,
        cure: 'Open fields of the plan, or items that the filed answers hold.',
      });
    }
    this.items.set(list, readAskedItems(list.pointer, this.opening.pointers));
  }
}
