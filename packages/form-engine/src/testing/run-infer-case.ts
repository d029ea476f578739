/**
 * Runs the JSON cases of `schemas/conformance/infer`: a schema, and the form that is made of it alone.
 */
import { compileProcedure } from '../compile/compile-procedure.js';
import { join } from '../data/pointer.js';
import { SchemaError } from '../errors.js';
import { type InferenceOptions, type InferredProcedure, procedureFromSchema, type Union } from '../infer/index.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import type { JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { FormField } from '../plan/procedure-source.js';

/** What a case expects of one field; what is left out is not compared. */
export interface ExpectedField {
  kind?: string;
  control?: string;
  width?: string;
  label?: string;
  hint?: string;
  options?: Readonly<Record<string, string>>;
}

/** One schema and its form, or the error that it ends in. */
export interface InferCase {
  description: string;
  schema: JsonSchema;
  options?: InferenceOptions;
  steps?: readonly { title: string; sections: readonly { title: string; fields: readonly Pointer[] }[] }[];
  /** By pointer, `*` for a row or an entry: these fields, and no others that are asked for. */
  fields?: Readonly<Record<Pointer, ExpectedField>>;
  unions?: readonly Union[];
  /** What is shown once these answers are given. */
  visible?: readonly {
    answers: Readonly<Record<Pointer, JsonValue>>;
    shown: readonly Pointer[];
    hidden: readonly Pointer[];
  }[];
  error?: { code: string; pointer: Pointer };
}

/** One file of cases. */
export interface InferFile {
  description: string;
  cases: readonly InferCase[];
}

/** What this engine makes of a case, as far as the case speaks of it. */
export function runInferCase({ schema, options, ...expected }: InferCase): Partial<InferCase> {
  let procedure: InferredProcedure;
  try {
    procedure = procedureFromSchema(schema, options);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { error: { code: error.code, pointer: error.pointer } };
  }
  const { texts, form, unions } = procedure;
  return {
    ...(expected.steps === undefined ? {} : { steps: readSteps(procedure) }),
    ...(expected.fields === undefined ? {} : { fields: readFields(form.steps, texts, expected.fields) }),
    ...(expected.unions === undefined ? {} : { unions }),
    ...(expected.visible === undefined ? {} : { visible: expected.visible.map((one) => show(procedure, one)) }),
  };
}

/** Pointers of every field, rows and entries included. */
export function listAskedFields(
  fields: readonly FormField[],
  row: Pointer = '',
): [pointer: Pointer, field: FormField][] {
  return fields.flatMap((field) => {
    const pointer = row + field.pointer;
    const inner = field.items?.fields ?? field.entries?.fields ?? [];
    return [[pointer, field] as [Pointer, FormField], ...listAskedFields(inner, join(pointer, '*'))];
  });
}

function readSteps({ form, texts }: InferredProcedure): NonNullable<InferCase['steps']> {
  return form.steps.map(({ id, sections }) => ({
    title: texts.steps[id]?.title ?? '',
    sections: sections.map((section) => ({
      title: texts.sections[section.id]?.title ?? '',
      fields: section.fields.map(({ pointer }) => pointer),
    })),
  }));
}

function readFields(
  steps: InferredProcedure['form']['steps'],
  { fields: texts }: InferredProcedure['texts'],
  expected: Readonly<Record<Pointer, ExpectedField>>,
): Record<Pointer, ExpectedField> {
  const asked = listAskedFields(steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)));
  const found: Record<Pointer, ExpectedField> = {};
  for (const [pointer, field] of asked) {
    const isHolder = field.items !== undefined || field.entries !== undefined;
    if (isHolder && expected[pointer] === undefined) continue;
    const { label, hint, options } = texts[pointer] ?? { label: '' };
    const all: ExpectedField = {
      ...(field.kind === undefined ? {} : { kind: field.kind }),
      ...(field.control === undefined ? {} : { control: field.control }),
      ...(field.width === undefined ? {} : { width: field.width }),
      label,
      ...(hint === undefined ? {} : { hint }),
      ...(options === undefined
        ? {}
        : { options: Object.fromEntries(Object.entries(options).map(([value, { label: name }]) => [value, name])) }),
    };
    found[pointer] = Object.fromEntries(
      Object.entries(all).filter(([name]) => Object.hasOwn(expected[pointer] ?? all, name)),
    );
  }
  return found;
}

function show(
  procedure: InferredProcedure,
  { answers, shown, hidden }: NonNullable<InferCase['visible']>[number],
): NonNullable<InferCase['visible']>[number] {
  const form = createForm(compileProcedure(procedure), { today: '2026-11-24', kinds: FURTHER_KINDS });
  for (const [pointer, value] of Object.entries(answers)) form.field(pointer).setValue(value);
  const isVisible = (pointer: Pointer): boolean => form.field(pointer).state.get().visible;
  const all = [...shown, ...hidden];
  const found = { answers, shown: all.filter(isVisible), hidden: all.filter((pointer) => !isVisible(pointer)) };
  form.dispose();
  return found;
}
