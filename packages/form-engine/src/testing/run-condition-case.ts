/**
 * Runs the JSON cases of `schemas/conformance/conditions`: what a data schema shows, requires and leaves of answers.
 */
import { compileProcedure } from '../compile/compile-procedure.js';
import { isEqual, isObject, readAt } from '../data/json.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import { isField } from '../plan/find-node.js';
import type { Form } from '../model/form.js';
import type { JsonObject, JsonSchema, JsonValue, Plan, PlanNode, Pointer } from '../plan/plan.js';

/** Answers, and what comes of them. Every field that is not named is shown, optional, and keeps its values. */
export interface ConditionCase {
  data: JsonObject;
  hidden: readonly Pointer[];
  required: readonly Pointer[];
  /** Values that conditions leave, by field. */
  allowed?: Readonly<Record<Pointer, readonly JsonValue[]>>;
  /** Absent: the data as given. */
  submission?: JsonObject;
  valid: boolean;
}

/** One pattern of conditions. */
export interface ConditionPattern {
  name: string;
  schema: JsonSchema;
  cases: readonly ConditionCase[];
}

/** One file of patterns. */
export interface ConditionFile {
  description: string;
  patterns: readonly ConditionPattern[];
}

/** What the engine makes of a case: the same members, none left out. */
export type ConditionOutcome = Required<ConditionCase>;

/** A plan for a schema alone, with every place in the form. */
export function planConditions(schema: JsonSchema): Plan {
  return compileProcedure({
    record: { slug: 'conformance/conditions', version: '1.0.0' } as Parameters<typeof compileProcedure>[0]['record'],
    data: schema,
    form: { steps: [] },
    definitions: {},
    catalogVersions: {},
  });
}

/** Answers a new form place by place; rows are brought in whole. */
export function answerForm(plan: Plan, data: JsonObject): Form {
  const form = createForm(plan, { today: '2026-11-05', kinds: FURTHER_KINDS });
  for (const pointer of listRows(plan.root)) {
    const value = readAt(data, pointer);
    if (Array.isArray(value)) for (const item of value) form.list(pointer).append(item);
    else if (isObject(value)) for (const name of Object.keys(value)) form.list(pointer).append(value[name], name);
  }
  for (const pointer of listLeaves(plan.root)) {
    const value = readAt(data, pointer);
    if (value !== undefined) form.field(pointer).setValue(value);
  }
  return form;
}

/** Runs one case. */
export async function runConditionCase(plan: Plan, data: JsonObject): Promise<ConditionOutcome> {
  const form = answerForm(plan, data);
  const fields = listFields(form, plan.root, '').map((pointer) => form.field(pointer));
  const shown = fields.filter(({ state }) => state.get().visible);
  const allowed = shown.flatMap(({ pointer, state }) => {
    const values = state.get().allowed;
    return values === undefined ? [] : [[pointer, values] as const];
  });
  const { valid } = await form.validate();
  const outcome = {
    data,
    hidden: fields.filter((field) => !shown.includes(field)).map(({ pointer }) => pointer),
    required: shown.filter(({ state }) => state.get().required).map(({ pointer }) => pointer),
    allowed: Object.fromEntries(allowed),
    submission: form.toSubmission(),
    valid,
  };
  form.dispose();
  return outcome;
}

/** What a case says in the same words; order of fields apart. */
export function expectedConditions(given: ConditionCase): ConditionOutcome {
  return { ...given, allowed: given.allowed ?? {}, submission: given.submission ?? given.data };
}

/** Do both say the same, whatever the order of fields? */
export function agree(left: ConditionOutcome, right: ConditionOutcome): boolean {
  return isEqual(sorted(left), sorted(right));
}

function sorted({ hidden, required, ...rest }: ConditionOutcome): JsonObject {
  return { ...(rest as unknown as JsonObject), hidden: [...hidden].sort(), required: [...required].sort() };
}

/** Every field that is live, those of rows by their place at present. */
function listFields(form: Form, node: PlanNode, pointer: Pointer): Pointer[] {
  if (isField(node)) return [pointer];
  const row = node.items ?? node.entries;
  const list = row && form.list(pointer);
  const rows = list?.state
    .get()
    .keys.flatMap((key) => listFields(form, row as PlanNode, list.pointerOf(key) ?? pointer));
  const children = (node.children ?? []).flatMap((child) => listFields(form, child, pointer + lastOf(child)));
  return [...children, ...(rows ?? [])];
}

/** The last token of a place with its slash. */
function lastOf({ pointer }: PlanNode): Pointer {
  return pointer.slice(pointer.lastIndexOf('/'));
}

/** Fields that there are whatever the answers; those of rows are not among them. */
function listLeaves(node: PlanNode): Pointer[] {
  return isField(node) ? [node.pointer] : (node.children ?? []).flatMap(listLeaves);
}

function listRows(node: PlanNode): Pointer[] {
  const own = node.items !== undefined || node.entries !== undefined ? [node.pointer] : [];
  return [...own, ...(node.children ?? []).flatMap(listRows)];
}
