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
  const was = then.field(pointer).state.get();
  const is = now.field(pointer).state.get();
  return !was.visible || !is.visible || (is.required && !was.required && was.value === undefined);
}

/** While two places are one value, asking for one is asking for both; so is asking for what made them one. */
function followsTwin(pointer: string, asked: readonly string[], then: Form, now: Form): boolean {
  const { mirrorOf } = now.field(pointer).state.get();
  return mirrorOf !== undefined && (asked.includes(mirrorOf) || mirrorOf !== then.field(pointer).state.get().mirrorOf);
}
