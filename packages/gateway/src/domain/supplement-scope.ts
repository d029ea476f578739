/**
 * What may change in a supplement: the fields asked for, and those that they make visible, required or one value with another, or that follow
 * from them. Every other answer keeps its canonical form, byte for byte; so does every item of a list that is asked for at single items.
 */
import {
  admitItems,
  createForm,
  isWithin,
  readAskedItems,
  readAt,
  type Form,
  type JsonObject,
  type Plan,
  type PlanNode,
} from '@motcua/form-engine';
import { writeCanonicalJson } from './hash.js';
import { listFields } from './moves/supplement-items.js';

export interface SupplementScope {
  before: JsonObject;
  after: JsonObject;
  /** Pointers of the fields asked for, or of items of a list by their index in `before`. */
  asked: readonly string[];
  /** yyyy-mm-dd */
  today: string;
}

/** Pointers of the fields whose answer changed although nobody asked for it; in the order of the plan. */
export function findUnaskedChanges(plan: Plan, { before, after, asked, today }: SupplementScope): string[] {
  const changes = listChanges(plan, before, after).filter(
    (pointer) => !asked.some((named) => isWithin(pointer, named)) && !isAtAskedItems(pointer, { before, after, asked }),
  );
  if (changes.length === 0) return [];
  const then = openForm(plan, before, today);
  const now = openForm(plan, after, today);
  const computed = new Set(plan.rules.filter(({ effect }) => effect === 'computed').map((rule) => rule.pointer));
  const unasked = changes.filter(
    (pointer) => !computed.has(pointer) && !isOpened(pointer, then, now) && !followsTwin(pointer, asked, then, now),
  );
  then.dispose();
  now.dispose();
  return unasked;
}

/** Pointers of the fields whose answers differ. */
export function listChanges(plan: Plan, before: JsonObject, after: JsonObject): string[] {
  return listFields(plan.root).filter((pointer) => writeAt(before, pointer) !== writeAt(after, pointer));
}

function writeAt(data: JsonObject, pointer: string): string {
  const value = readAt(data, pointer);
  return value === undefined ? '' : writeCanonicalJson(value);
}

function openForm(plan: Plan, data: JsonObject, today: string): Form {
  const { slug, version, hash: planHash } = plan;
  return createForm(plan, { today, draft: { slug, version, planHash, data, inputs: {}, touched: [], provenance: {} } });
}

/** Everything but the items asked for is as it was, in its old order. */
function isAtAskedItems(pointer: string, { before, after, asked }: Omit<SupplementScope, 'today'>): boolean {
  const items = readAskedItems(pointer, asked);
  const filed = readAt(before, pointer);
  if (items.length === 0 || !Array.isArray(filed)) return false;
  const sent = readAt(after, pointer) ?? [];
  return writeCanonicalJson(admitItems(filed, sent, items)) === writeCanonicalJson(sent);
}

/**
 * It came into view, does not apply any more, or was empty and is required now. The other answers are as they were, so the fields asked for did
 * that.
 */
function isOpened(pointer: string, then: Form, now: Form): boolean {
  const was = readState(then, pointer);
  const is = readState(now, pointer);
  return !was.visible || !is.visible || (is.required && !was.required && was.isEmpty);
}

/** Is the place a list or map, whose rows are fields? */
function hasRows({ pointer: own, items, entries, sameAs, children = [] }: PlanNode, pointer: string): boolean {
  if (own === pointer) return items !== undefined || entries !== undefined || sameAs !== undefined;
  return children.some((child) => isWithin(pointer, child.pointer) && hasRows(child, pointer));
}

/** A field, or a list with its rows. */
function readState(
  form: Form,
  pointer: string,
): { visible: boolean; required: boolean; isEmpty: boolean; twin?: string } {
  if (!hasRows(form.plan.root, pointer)) {
    const { visible, required, value, mirrorOf } = form.field(pointer).state.get();
    return { visible, required, isEmpty: value === undefined, ...(mirrorOf === undefined ? {} : { twin: mirrorOf }) };
  }
  const { visible, required, keys } = form.list(pointer).state.get();
  return { visible, required, isEmpty: keys.length === 0 };
}

/** While two places are one value, asking for one is asking for both; so is asking for what made them one. */
function followsTwin(pointer: string, asked: readonly string[], then: Form, now: Form): boolean {
  const { twin } = readState(now, pointer);
  return twin !== undefined && (asked.includes(twin) || twin !== readState(then, pointer).twin);
}
