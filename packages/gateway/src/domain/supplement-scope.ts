/**
 * What may change in a supplement: the fields asked for, and those that they make visible or required, or that follow from them. Every other
 * answer keeps its canonical form, byte for byte.
 */
import { createForm, readAt, type Form, type JsonObject, type Plan } from '@motcua/form-engine';
import { writeCanonicalJson } from './hash.js';
import { listFields } from './moves/supplement-items.js';

export interface SupplementScope {
  before: JsonObject;
  after: JsonObject;
  /** Pointers of the fields asked for. */
  asked: readonly string[];
  /** yyyy-mm-dd */
  today: string;
}

/** Pointers of the fields whose answer changed although nobody asked for it; in the order of the plan. */
export function findUnaskedChanges(plan: Plan, { before, after, asked, today }: SupplementScope): string[] {
  const changes = listChanges(plan, before, after).filter((pointer) => !asked.includes(pointer));
  if (changes.length === 0) return [];
  const then = openForm(plan, before, today);
  const now = openForm(plan, after, today);
  const computed = new Set(plan.rules.filter(({ effect }) => effect === 'computed').map((rule) => rule.pointer));
  const unasked = changes.filter(
    (pointer) => !computed.has(pointer) && !isOpened(pointer, then, now) && !followsTwin(pointer, asked, now),
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

/** It came into view, went out of it, or was empty and is required now. The other answers are as they were, so the fields asked for did that. */
function isOpened(pointer: string, then: Form, now: Form): boolean {
  const was = then.field(pointer).state.get();
  const is = now.field(pointer).state.get();
  return was.visible !== is.visible || (is.required && !was.required && was.value === undefined);
}

/** While two places are one value, asking for one is asking for both. */
function followsTwin(pointer: string, asked: readonly string[], now: Form): boolean {
  const { mirrorOf } = now.field(pointer).state.get();
  return mirrorOf !== undefined && asked.includes(mirrorOf);
}
