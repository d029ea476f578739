/**
 * `reviewForm`: the answers of a form as a person checks them before sending, section by section. Pure data; the texts of labels are the page's.
 */
import { isEqual, readAt, writeOut } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import { findKind } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import type { FieldState, Form, Provenance } from '../model/form.js';
import { createNodeFinder, isField } from '../plan/find-node.js';
import type { JsonObject, JsonValue, PlanNode, PlanSection, Pointer } from '../plan/plan.js';

/** One section of the review. A section in which nothing shows is left out. */
export interface ReviewSection {
  step: string;
  section: string;
  facts: readonly ReviewFact[];
}

/** One answer, or a list with its rows. */
export interface ReviewFact {
  pointer: Pointer;
  /** Where its label stands among the texts: the place in the plan, with `*` for rows. */
  labelPointer: Pointer;
  kind: string;
  value: JsonValue | undefined;
  /** The value as a person reads it, by its kind; empty where there is no answer. */
  text: string;
  /** What was typed and not understood stands in its place. */
  input?: JsonValue;
  /** Other than `before`, or than what the form began with. */
  changed: boolean;
  /** Where a prefilled value comes from. */
  prefilled?: Provenance;
  /** Does not apply at present and will not be sent. */
  hidden: boolean;
  readOnly: boolean;
  /** Is something wrong that stands in the way of sending? */
  wrong: boolean;
  /** Of a list or map: its rows in order, each with its facts. */
  rows?: readonly (readonly ReviewFact[])[];
}

/** How the review is made. */
export interface ReviewOptions {
  locale: 'vi' | 'en';
  /** The label of a chosen value at a place, from the texts or a catalogue. */
  label?(pointer: Pointer, value: JsonValue): string | undefined;
  /** As for `createForm`. */
  kinds?: readonly FieldKind[];
  /** Answers to compare with, as those that were filed. Absent: those with which the form began. */
  before?: JsonObject;
  /** Leaves answers that do not apply in the review, marked. Default: they are left out. */
  withHidden?: boolean;
}

/**
 * Reads a form for its review.
 *
 * @example
 * for (const { section, facts } of reviewForm(form, { locale: 'vi' })) draw(section, facts);
 */
export function reviewForm(form: Form, options: ReviewOptions): ReviewSection[] {
  const reader = createReader(form, options);
  return form.plan.steps.flatMap(({ id: step, sections }) =>
    sections
      .map(({ id: section, fields }: PlanSection) => ({ step, section, facts: fields.flatMap(reader) }))
      .filter(({ facts }) => facts.length > 0),
  );
}

function createReader(form: Form, options: ReviewOptions): (pointer: Pointer) => ReviewFact[] {
  const find = createNodeFinder(form.plan);
  const data = form.data.get();

  const read = (pointer: Pointer): ReviewFact[] => {
    const found = find(tokensOf(pointer));
    if (found === undefined) return [];
    const { node, target } = found;
    if (isField(node)) return readField(node, pointer);
    // What contains itself is there when somebody began it.
    if (node.sameAs !== undefined && form.list(pointer).state.get().keys.length === 0) return [];
    const rows = target.items ?? target.entries;
    return rows === undefined ? readChildren(target, pointer) : readList(target, pointer);
  };

  const readChildren = (node: PlanNode, pointer: Pointer): ReviewFact[] =>
    (node.children ?? []).flatMap((child) => read(join(pointer, tokensOf(child.pointer).at(-1) ?? '')));

  const readField = (node: PlanNode, pointer: Pointer): ReviewFact[] => {
    if (node.writeOnly === true) return [];
    const state = form.field(pointer).state.get();
    const isAnswered = state.value !== undefined || state.input !== undefined;
    if (!state.visible && !(options.withHidden === true && isAnswered)) return [];
    return [describe(node, pointer, state, options)];
  };

  const readList = (node: PlanNode, pointer: Pointer): ReviewFact[] => {
    const { keys, visible, readOnly, issues, dirty } = form.list(pointer).state.get();
    if (!visible && !(options.withHidden === true && keys.length > 0)) return [];
    const value = readAt(data, pointer);
    const places = keys.flatMap((key) => form.list(pointer).pointerOf(key) ?? []);
    return [
      ...readChildren(node, pointer),
      {
        pointer,
        labelPointer: node.pointer,
        kind: node.kind,
        value,
        text: '',
        changed: options.before === undefined ? dirty : !isEqual(readAt(options.before, pointer), value),
        hidden: !visible,
        readOnly,
        wrong: issues.some(({ severity }) => severity === 'error'),
        rows: places.map(read),
      },
    ];
  };
  return read;
}

function describe(node: PlanNode, pointer: Pointer, state: FieldState, options: ReviewOptions): ReviewFact {
  const { value, input, visible, readOnly, dirty, issues, provenance } = state;
  return {
    pointer,
    labelPointer: node.pointer,
    kind: node.kind,
    value,
    text: value === undefined ? '' : summarize(node, pointer, value, state, options),
    ...(input === undefined || value !== undefined ? {} : { input }),
    changed: options.before === undefined ? dirty : !isEqual(readAt(options.before, pointer), value),
    ...(provenance === undefined ? {} : { prefilled: provenance }),
    hidden: !visible,
    readOnly,
    wrong: issues.some(({ severity }) => severity === 'error'),
  };
}

function summarize(
  node: PlanNode,
  pointer: Pointer,
  value: JsonValue,
  { options: offered }: FieldState,
  { locale, label, kinds }: ReviewOptions,
): string {
  const kind = findKind(node.kind, kinds);
  const named = (chosen: JsonValue): string | undefined =>
    label?.(pointer, chosen) ?? offered?.entries.find((option) => isEqual(option.value, chosen))?.label;
  return kind === undefined ? writeOut(value) : kind.summarize(value, { locale, label: named });
}
