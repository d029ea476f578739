/**
 * `createForm`: a plan becomes a live form. The parts: answers (what applies), field store (what each field says),
 * scope (what a validation covers).
 */
import { batch, signal } from '@preact/signals-core';
import type { Issue } from '@motcua/schemas';
import { cloneJson } from '../data/json.js';
import { FormError } from '../errors.js';
import type { JsonObject, JsonValue, Plan, Pointer } from '../plan/plan.js';
import { findOwner, sortByPage } from '../validation/page-order.js';
import { Answers } from './answers.js';
import { matchDraft, type RestoredDraft } from './draft.js';
import { createField } from './field.js';
import { FieldStore } from './field-store.js';
import type { Draft, Field, Form, FormOptions, Report, Scope } from './form.js';
import { OpenPlaces } from './open-places.js';
import { indexPlan, type LiveNode, type PlanIndex } from './plan-index.js';
import { toReadable } from './readable.js';
import { Snapshot } from './snapshot.js';

/**
 * Opens a form on a plan.
 *
 * @throws {FormError} `plan.foreign-format`, `plan.malformed`, `plan.kind-missing`, `form.foreign-draft`, and from `field` and for an opening: `form.unknown-pointer`.
 * @example
 * const form = createForm(plan, { today: '2026-11-05' });
 * form.field('/child/fullName').setInput('Nguyễn An');
 */
export function createForm(plan: Plan, options: FormOptions): Form {
  const index = indexPlan(plan, options.kinds);
  const restored = options.draft === undefined ? EMPTY_DRAFT : matchDraft(index, options.draft);
  const places = options.opening && new OpenPlaces(index, options.opening, options.today);
  const answers = new Answers(index, options.today, startingAnswers(index, options, restored, places));
  const snapshot = new Snapshot(answers, index.leaves);
  const version = signal(0);
  const store = new FieldStore(index, answers, options, restored, places);
  const fields = new Map<Pointer, Field>();
  let isDisposed = false;

  const change = (act: () => void): void => {
    if (isDisposed)
      throw new FormError('form.disposed', 'The form was disposed of.', { cure: 'Open a new form from the draft.' });
    batch(() => {
      act();
      const changed = places?.settle(answers, (node) => store.follow(node)) ?? answers.takeChanged();
      for (const node of changed) if (node.children === undefined) snapshot.note(node);
      store.refresh(changed);
      if (changed.size > 0) version.value += 1;
    });
  };

  const field = (pointer: Pointer): Field => {
    const known = fields.get(pointer);
    if (known !== undefined) return known;
    const node = index.byPointer.get(pointer);
    if (node === undefined || node.children !== undefined) {
      throw new FormError('form.unknown-pointer', `The form has no field ${pointer}.`, {
        pointer,
        cure: 'Name a field of the plan.',
      });
    }
    const made = createField(node, answers, store, change, places);
    fields.set(pointer, made);
    return made;
  };

  const toSubmission = (): JsonObject => cloneJson(answers.applying);

  const validate = (scope?: Scope): Promise<Report> => {
    const covers = coverScope(index, scope);
    change(() => store.validate(covers, index.validator(answers.applying).issues, scope));
    const issues = sortByPage(
      index,
      store.list().filter((issue) => covers(findOwner(index, issue.pointer))),
    );
    return Promise.resolve({ valid: issues.every(({ severity }) => severity !== 'error'), issues });
  };

  change(() => undefined);
  const form: Form = {
    plan,
    data: toReadable(version, () => snapshot.read()),
    issues: toReadable(store.issuesVersion, () => sortByPage(index, store.list())),
    steps: toReadable(store.stepsVersion, () => store.steps()),
    dropped: restored.dropped,
    field,
    validate,
    acceptIssues: (issues: readonly Issue[]) => change(() => store.accept(issues)),
    toSubmission,
    saveDraft: (): Draft => ({
      slug: plan.slug,
      version: plan.version,
      planHash: plan.hash,
      data: snapshot.read(),
      ...store.saved(),
    }),
    dispose() {
      isDisposed = true;
      fields.clear();
    },
  };
  stores.set(form, store);
  return form;
}

const stores = new WeakMap<Form, FieldStore>();

/** How many fields were looked at again while `act` ran: what a key press costs, whatever the size of the form. */
export function countEvaluations(form: Form, act: () => void): number {
  const store = stores.get(form);
  const before = store?.evaluations ?? 0;
  act();
  return (store?.evaluations ?? 0) - before;
}

const EMPTY_DRAFT: RestoredDraft = { answers: [], inputs: new Map(), touched: new Set(), dropped: [] };

/** Draft before prefill before what a kind begins with. What was filed without an answer begins without one. */
function startingAnswers(
  index: PlanIndex,
  { draft, prefill = [] }: FormOptions,
  restored: RestoredDraft,
  places: OpenPlaces | undefined,
): [LiveNode, JsonValue][] {
  const start = new Map<LiveNode, JsonValue>();
  for (const leaf of index.leaves) {
    const initial = leaf.fieldKind?.initial;
    if (initial !== undefined && places?.wasHidden(leaf) !== false) start.set(leaf, initial);
  }
  if (places !== undefined) return [...start, ...(draft === undefined ? places.listFiled() : restored.answers)];
  for (const { pointer, value } of prefill) {
    const node = index.byPointer.get(pointer);
    if (node !== undefined && node.children === undefined) start.set(node, value);
  }
  for (const [node, value] of restored.answers) start.set(node, value);
  return [...start];
}

/** Which fields a scope covers; issues of no field belong to the whole alone. */
function coverScope(index: PlanIndex, scope: Scope | undefined): (node: LiveNode | undefined) => boolean {
  if (scope === undefined) return () => true;
  if ('step' in scope) {
    const step = index.plan.steps.findIndex(({ id }) => id === scope.step);
    return (node) => node !== undefined && node.step === step;
  }
  const { pointer } = scope;
  return (node) =>
    node !== undefined &&
    (node.pointer === pointer || node.pointer.startsWith(`${pointer}/`) || pointer.startsWith(`${node.pointer}/`));
}
