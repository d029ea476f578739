/**
 * The shared cases of `schemas/conformance/supplements`: what may change when a filed dossier is opened at some places.
 */
import { cloneJson, readAt, writeTokens } from '../data/json.js';
import { tokensOf } from '../data/pointer.js';
import { createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { JsonObject, JsonSchema, JsonValue, Plan, Pointer } from '../plan/plan.js';
import type { FormDocument } from '../plan/procedure-source.js';

/** One file of cases: about a procedure folder and one of its examples, or about a document of its own. */
export interface SupplementFile {
  description: string;
  /** yyyy-mm-dd */
  today: string;
  procedure?: string;
  example?: string;
  document?: { data: JsonSchema; form: FormDocument };
  filed?: JsonObject;
  cases: readonly SupplementCase[];
}

/** One case. */
export interface SupplementCase {
  description: string;
  asked: readonly Pointer[];
  /** What is answered anew, in this order; null for no answer. */
  answers: Readonly<Record<Pointer, JsonValue>>;
  /** Places whose change nobody asked for, as the judge of the new answers names them. */
  unasked: readonly Pointer[];
  /** What a form holds at such a place where it is not what was filed. */
  holds?: Readonly<Record<Pointer, JsonValue>>;
}

/** The filed answers with those of the case put into them, allowed or not: what somebody could send. */
export function applyAnswers(filed: JsonObject, { answers }: SupplementCase): JsonObject {
  let data: JsonValue = cloneJson(filed);
  for (const [pointer, value] of Object.entries(answers))
    data = writeTokens(data, tokensOf(pointer), value ?? undefined) ?? {};
  return data as JsonObject;
}

/** A form opened for the case, with everything answered that it lets be answered. The caller disposes of it. */
export function answerOpenForm(plan: Plan, filed: JsonObject, today: string, { asked, answers }: SupplementCase): Form {
  const form = createForm(plan, { today, opening: { filed, pointers: asked } });
  for (const [pointer, value] of Object.entries(answers)) form.field(pointer).setValue(value ?? undefined);
  return form;
}

/** What the form should hold at a place that nobody asked for. */
export function readHeld(filed: JsonObject, { holds = {} }: SupplementCase, pointer: Pointer): JsonValue | undefined {
  return holds[pointer] ?? readAt(filed, pointer);
}
