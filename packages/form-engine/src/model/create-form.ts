/**
 * `createForm`: a plan becomes a live form. The parts: answers (what applies), field store (what each field says),
 * scope (what a validation covers).
 */
import type { Issue } from '@motcua/schemas';
import { cloneJson, readAt, writeTokens } from '../data/json.js';
import { isWithin, tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { JsonObject, JsonValue, Plan, Pointer } from '../plan/plan.js';
import { findOwner, sortByPage } from '../validation/page-order.js';
import { Answers } from './answers.js';
import { listDropped, refuseForeignDraft } from './draft.js';
import { createField } from './field.js';
import { FieldStore } from './field-store.js';
import type { Draft, Field, Form, FormOptions, ListField, Report, Scope } from './form.js';
import { createList } from './list.js';
import type { LiveNode } from './live-node.js';
import { OpenPlaces } from './open-places.js';
import { indexPlan, type PlanIndex } from './plan-index.js';
import { previewChange } from './preview/preview-change.js';
import { keepDocument, keepKeys } from './snapshot.js';
import { Subscriptions, type Topic } from './subscriptions.js';

/**
 * Opens a form on a plan.
 *
 * @throws {FormError} `plan.foreign-format`, `plan.malformed`, `plan.kind-missing`, `plan.vocabulary-missing`, `form.foreign-draft`, and from `field` and for an opening: `form.unknown-pointer`.
 * @example
 * const form = createForm(plan, { today: '2026-11-05' });
 * form.field('/child/fullName').setInput('Nguyễn An');
 */
export function createForm(plan: Plan, options: FormOptions): Form {
  const index = indexPlan(plan, options.kinds, options.operators, options.vocabulary);
  if (options.draft !== undefined) refuseForeignDraft(plan.slug, options.draft);
  const places = options.opening && new OpenPlaces(index, options.opening, options.today);
  const answers = new Answers(index, options.today, startingData(index, options), {
    seed: (node) => beginWith(node, options, places),
    keys: options.draft?.rows ?? {},
  });
  const subscriptions = new Subscriptions();
  const dataTopic: Topic = new Set();
  const store = new FieldStore(index, answers, options, subscriptions, places);
  const fields = new WeakMap<LiveNode, Field>();
  const lists = new WeakMap<LiveNode, ListField>();
  let isDisposed = false;

  const change = (act: () => void): void => {
    if (isDisposed)
      throw new FormError('form.disposed', 'The form was disposed of.', { cure: 'Open a new form from the draft.' });
    subscriptions.batch(() => {
      act();
      const changed = places?.settle(answers, (node) => store.follow(node)) ?? answers.takeChanged();
      store.refresh(changed);
      if (changed.size > 0) subscriptions.note(dataTopic);
    });
  };

  const field = (pointer: Pointer): Field => {
    const node = answers.find(pointer);
    const known = node && fields.get(node);
    if (known !== undefined) return known;
    if (node?.isField !== true) throw unknownPlace('field', pointer);
    const made = createField(node, answers, store, change, places);
    fields.set(node, made);
    return made;
  };

  const list = (pointer: Pointer): ListField => {
    const node = answers.find(pointer);
    const known = node && lists.get(node);
    if (known !== undefined) return known;
    if (node?.rows === undefined) throw unknownPlace('list', pointer);
    const made = createList(node, answers, store, change, places);
    lists.set(node, made);
    return made;
  };

  const toSubmission = (): JsonObject => cloneJson(answers.applying);

  /** Questions to a register are waited for, as long as they last; what cannot be asked is in nobody's way. */
  const validate = async (scope?: Scope): Promise<Report> => {
    const first = judge(scope);
    const answered = checks?.settle();
    return answered === undefined ? first : answered.then(() => (isDisposed ? first : judge(scope)));
  };

  const judge = (scope: Scope | undefined): Report => {
    const covers = coverScope(index, scope);
    change(() => store.validate(covers, index.validator(answers.applying).issues, scope));
    const issues = sortByPage(
      answers,
      store.list().filter((issue) => covers(findOwner(answers, issue.pointer))),
    );
    return { valid: issues.every(({ severity }) => severity !== 'error'), issues };
  };

  change(() => undefined);
  const dropped = options.draft === undefined ? [] : listDropped(answers, options.draft);
  const form: Form = {
    plan,
    data: subscriptions.readable(dataTopic, () => keepDocument(answers.root)),
    issues: subscriptions.readable(store.issuesTopic, () => sortByPage(answers, store.list())),
    steps: subscriptions.readable(store.stepsTopic, () => store.steps()),
    tasks: subscriptions.readable(store.stepsTopic, () => store.readTasks()),
    dropped,
    field,
    list,
    validate,
    acceptIssues: (issues: readonly Issue[]) => change(() => store.accept(issues)),
    previewChange(pointer, value) {
      field(pointer);
      const { resolvers: _resolvers, ...rest } = options;
      const answered = answers.fields().map((node) => node.pointer);
      return previewChange(form, createForm(plan, { ...rest, draft: form.saveDraft() }), answered, pointer, value);
    },
    recheck: (pointer) => checks?.recheck(pointer),
    toSubmission,
    saveDraft: (): Draft => ({
      slug: plan.slug,
      version: plan.version,
      planHash: plan.hash,
      data: keepDocument(answers.root),
      ...store.saved(),
      ...keptRows(answers),
    }),
    dispose() {
      checks?.dispose();
      isDisposed = true;
      subscriptions.end();
    },
  };
  stores.set(form, { store, answers, subscriptions });
  const checks = options.resolvers?.(form, (pointer, outside) => {
    const node = answers.find(pointer);
    if (node !== undefined && !isDisposed) change(() => store.hear(node, outside));
  });
  return form;
}

const stores = new WeakMap<Form, { store: FieldStore; answers: Answers; subscriptions: Subscriptions }>();

/** How many fields were looked at again while `act` ran: what a key press costs, whatever the size of the form. */
export function countEvaluations(form: Form, act: () => void): number {
  return countDuring(act, () => stores.get(form)?.store.evaluations ?? 0);
}

/** How many conditions, rules and mirrors were looked at again while `act` ran. */
export function countCells(form: Form, act: () => void): number {
  return countDuring(act, () => stores.get(form)?.answers.evaluations ?? 0);
}

/** How many listen to a form. */
export function countSubscribers(form: Form): number {
  return stores.get(form)?.subscriptions.size ?? 0;
}

function countDuring(act: () => void, count: () => number): number {
  const before = count();
  act();
  return count() - before;
}

function unknownPlace(what: string, pointer: Pointer): FormError {
  return new FormError('form.unknown-pointer', `The form has no ${what} ${pointer}.`, {
    pointer,
    cure: `Name a ${what} of the plan.`,
  });
}

/** Draft before prefill; a dossier that was filed is neither. */
function startingData(index: PlanIndex, { draft, prefill = [], opening }: FormOptions): JsonObject {
  if (opening !== undefined) return draft?.data ?? opening.filed;
  let data: JsonValue | undefined = draft?.data ?? {};
  for (const { pointer, value } of prefill) {
    const shape = index.byPointer.get(pointer);
    if (shape === undefined || shape.container === 'object' || readAt(draft?.data, pointer) !== undefined) continue;
    data = writeTokens(data, tokensOf(pointer), value);
  }
  return data as JsonObject;
}

/** What was filed or kept without an answer begins without one. */
function beginWith(
  node: LiveNode,
  { draft, opening }: FormOptions,
  places: OpenPlaces | undefined,
): JsonValue | undefined {
  if (places !== undefined && !places.wasHidden(node)) return undefined;
  const initial = node.fieldKind?.initial;
  return draft === undefined && opening === undefined ? (node.planned.default ?? initial) : initial;
}

function keptRows(answers: Answers): Pick<Draft, 'rows'> {
  const rows = keepKeys(answers.root);
  return Object.keys(rows).length === 0 ? {} : { rows };
}

/** Which fields a scope covers; issues of no field belong to the whole alone. */
function coverScope(index: PlanIndex, scope: Scope | undefined): (node: LiveNode | undefined) => boolean {
  if (scope === undefined) return () => true;
  if ('step' in scope) {
    const step = index.plan.steps.findIndex(({ id }) => id === scope.step);
    return (node) => node !== undefined && node.shape.step === step;
  }
  const { pointer } = scope;
  return (node) => node !== undefined && (isWithin(node.pointer, pointer) || isWithin(pointer, node.pointer));
}
