/**
 * What each field says: its input, its issues and when they show. States are made anew only for the nodes handed to `refresh`.
 */
import { signal, type Signal } from '@preact/signals-core';
import type { Issue } from '@motcua/schemas';
import { isEqual, isObject } from '../data/json.js';
import { isTruthy } from '../expression/expression.js';
import type { KindFault } from '../kinds/kind.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import { type FeedbackPolicy, shouldShowIssues } from '../validation/feedback-policy.js';
import { errorAt, findAllowed, judgeValue } from '../validation/judge-value.js';
import { findOwner } from '../validation/page-order.js';
import type { Answers } from './answers.js';
import type { RestoredDraft } from './draft.js';
import type { Draft, FieldState, FormOptions, Provenance, Readable, Scope, StepState } from './form.js';
import type { OpenPlaces } from './open-places.js';
import type { LiveNode, PlanIndex } from './plan-index.js';
import { toReadable } from './readable.js';
import { StepTally } from './step-tally.js';

interface Entry {
  state: FieldState;
  signal: Signal<FieldState> | undefined;
  input: JsonValue | undefined;
  fault: KindFault | undefined;
  touched: boolean;
  validated: boolean;
  /** Found by a server, or by a check of the whole that no single field can repeat; gone when the field is answered anew. */
  sticky: readonly Issue[];
  provenance: Provenance | undefined;
  first: JsonValue | undefined;
}

/** The states of all fields. */
export class FieldStore {
  /** Change when the list of issues, or the state of a step, may have. */
  readonly issuesVersion = signal(0);
  readonly stepsVersion = signal(0);
  /** How many nodes were looked at again; the cost of a key. */
  evaluations = 0;
  private readonly entries = new Map<LiveNode, Entry>();
  private readonly faulty = new Set<LiveNode>();
  private readonly tally: StepTally;
  private readonly policy: FeedbackPolicy;
  private stale = new Set<LiveNode>();
  /** Issues of no field. */
  private loose: readonly Issue[] = [];

  constructor(
    private readonly index: PlanIndex,
    private readonly answers: Answers,
    options: FormOptions,
    restored: RestoredDraft,
    private readonly places: OpenPlaces | undefined,
  ) {
    this.policy = options.validateOn ?? 'step';
    this.tally = new StepTally(index);
    const prefilled = new Map((options.prefill ?? []).map(({ pointer, provenance }) => [pointer, provenance]));
    for (const node of index.leaves) {
      const input = restored.inputs.get(node);
      const provenance =
        options.draft === undefined ? prefilled.get(node.pointer) : options.draft.provenance[node.pointer];
      const first = answers.kept(node);
      this.entries.set(node, {
        state: BLANK,
        signal: undefined,
        input,
        fault: this.faultOf(node, input),
        touched: restored.touched.has(node),
        validated: false,
        sticky: [],
        provenance,
        first,
      });
    }
  }

  readable(node: LiveNode): Readable<FieldState> {
    const entry = this.entry(node);
    entry.signal ??= signal(entry.state);
    return toReadable(entry.signal, (state) => state);
  }

  isLocked(node: LiveNode): boolean {
    return node.isComputed || node.readOnly === true || this.isHeld(node);
  }

  /** Is it as it was filed, because nobody asks for it? */
  isHeld(node: LiveNode): boolean {
    return this.places?.isOpen(node, this.answers) === false && !node.isComputed && node.readOnly !== true;
  }

  /** A control reported what was typed. */
  type(node: LiveNode, input: JsonValue, fault: KindFault | undefined): void {
    this.alter(node, (entry) => {
      entry.input = input;
      entry.fault = fault;
      entry.sticky = [];
      entry.provenance = undefined;
    });
  }

  /** A value was set that needs no parsing. */
  choose(node: LiveNode, provenance: Provenance | undefined): void {
    this.alter(node, (entry) => {
      entry.input = undefined;
      entry.fault = undefined;
      entry.sticky = [];
      entry.provenance = provenance;
    });
  }

  /** The other side of a mirror was answered: what was typed here no longer counts. */
  follow(node: LiveNode): void {
    this.choose(node, undefined);
  }

  /** The control was left: an input that was understood gives way to its value. Parts that make no value yet stay. */
  leave(node: LiveNode): void {
    this.alter(node, (entry) => {
      entry.touched = true;
      if (!this.isUnfinished(node, entry)) entry.input = undefined;
    });
  }

  /** Makes the states of these nodes anew, and of those altered here. */
  refresh(changed: ReadonlySet<LiveNode>): void {
    const nodes = new Set([...this.stale, ...changed]);
    this.stale = new Set();
    for (const node of nodes) if (node.children === undefined) this.refreshNode(node);
  }

  /** Marks what was validated, and keeps what only a check of the whole can find. */
  validate(covers: (node: LiveNode | undefined) => boolean, found: readonly Issue[], scope: Scope | undefined): void {
    for (const node of this.index.leaves) {
      if (!covers(node)) continue;
      this.alter(node, (entry) => {
        entry.validated = true;
        entry.sticky = entry.sticky.filter(({ source }) => source === 'server');
      });
    }
    this.refresh(new Set());
    const live = new Set(this.list().map(keyOf));
    this.land(
      found.filter((issue) => !live.has(keyOf(issue)) && covers(findOwner(this.index, issue.pointer))),
      scope === undefined,
    );
    this.index.plan.steps.forEach((step, index) => {
      if (scope === undefined || ('step' in scope && scope.step === step.id)) this.tally.markValidated(index);
    });
    this.stepsVersion.value += 1;
  }

  /** Takes issues of a server. */
  accept(issues: readonly Issue[]): void {
    this.land(
      issues.map((issue) => ({ ...issue, source: 'server' })),
      true,
    );
  }

  /** Every issue that stands, in no particular order. */
  list(): Issue[] {
    return [...[...this.faulty].flatMap((node) => this.entry(node).state.issues), ...this.loose];
  }

  steps(): StepState[] {
    return this.tally.read();
  }

  /** What a draft keeps beside the answers. */
  saved(): Pick<Draft, 'inputs' | 'touched' | 'provenance'> {
    const inputs: Record<Pointer, JsonValue> = {};
    const touched: Pointer[] = [];
    const provenance: Record<Pointer, Provenance> = {};
    for (const [node, entry] of this.entries) {
      if (entry.input !== undefined && this.isUnfinished(node, entry)) inputs[node.pointer] = entry.input;
      if (entry.touched) touched.push(node.pointer);
      if (entry.provenance !== undefined) provenance[node.pointer] = entry.provenance;
    }
    return { inputs, touched, provenance };
  }

  private land(issues: readonly Issue[], replaceLoose: boolean): void {
    const loose: Issue[] = [];
    for (const issue of issues) {
      const owner = findOwner(this.index, issue.pointer);
      if (owner === undefined) loose.push(issue);
      else
        this.alter(
          owner,
          (entry) => (entry.sticky = [...entry.sticky.filter((known) => keyOf(known) !== keyOf(issue)), issue]),
        );
    }
    if (!replaceLoose) return;
    this.loose = loose;
    this.issuesVersion.value += 1;
  }

  private refreshNode(node: LiveNode): void {
    this.evaluations += 1;
    const entry = this.entry(node);
    const before = entry.state;
    const after = this.stateOf(node, entry);
    if (before !== BLANK && isSameState(before, after)) return;
    entry.state = after;
    if (entry.signal !== undefined) entry.signal.value = after;
    this.tally.replace(node, before === BLANK ? undefined : before, after);
    this.stepsVersion.value += 1;
    if (after.issues.length > 0) this.faulty.add(node);
    else this.faulty.delete(node);
    if (after.issues.length > 0 || before.issues.length > 0) this.issuesVersion.value += 1;
  }

  private stateOf(node: LiveNode, entry: Entry): FieldState {
    const visible = this.answers.applies(node);
    const value = entry.fault === undefined ? this.answers.kept(node) : undefined;
    const dirty = !isEqual(value, entry.first) || entry.fault !== undefined;
    const issues = visible ? this.issuesOf(node, entry) : [];
    const refused = entry.sticky.some(({ source }) => source === 'server');
    const allowed = visible ? findAllowed(node, this.answers, this.index) : undefined;
    const twin = this.answers.twinOf(node);
    return {
      value,
      input: entry.input,
      visible,
      enabled: node.enabledRules.every(
        (id) => this.answers.outcome(id) === undefined || isTruthy(this.answers.outcome(id)),
      ),
      required: this.answers.isRequired(node),
      readOnly: this.isLocked(node),
      ...(this.isHeld(node) ? { readOnlyReason: 'not-asked' as const } : {}),
      touched: entry.touched,
      dirty,
      checking: false,
      issues,
      showIssues: shouldShowIssues(this.policy, { touched: entry.touched, dirty, validated: entry.validated, refused }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(twin === undefined ? {} : { mirrorOf: twin.pointer }),
      ...(entry.provenance === undefined ? {} : { provenance: entry.provenance }),
    };
  }

  /** An input that was not understood has one fault: everything else would be about a value that is not there. */
  private issuesOf(node: LiveNode, entry: Entry): readonly Issue[] {
    const own =
      entry.fault === undefined
        ? judgeValue(node, this.answers, this.index)
        : [errorAt(node, entry.fault.code, entry.fault.params)];
    return entry.sticky.length === 0
      ? own
      : [...own, ...entry.sticky.filter((issue) => !own.some((known) => keyOf(known) === keyOf(issue)))];
  }

  /** Nothing else holds what was put in: it was not understood, or its parts make no value, as a precision without a year. */
  private isUnfinished(node: LiveNode, { fault, input }: Entry): boolean {
    return fault !== undefined || (isObject(input) && this.answers.kept(node) === undefined);
  }

  private faultOf(node: LiveNode, input: JsonValue | undefined): KindFault | undefined {
    const parsed = input === undefined ? undefined : node.fieldKind?.parse(input, node.planned);
    return parsed !== undefined && 'fault' in parsed ? parsed.fault : undefined;
  }

  private alter(node: LiveNode, act: (entry: Entry) => void): void {
    act(this.entry(node));
    this.stale.add(node);
  }

  private entry(node: LiveNode): Entry {
    return this.entries.get(node) as Entry;
  }
}

const BLANK: FieldState = {
  value: undefined,
  input: undefined,
  visible: false,
  enabled: true,
  required: false,
  readOnly: false,
  touched: false,
  dirty: false,
  checking: false,
  issues: [],
  showIssues: false,
};

function keyOf(issue: Issue): string {
  return `${issue.code} ${issue.pointer}`;
}

function isSameState(before: FieldState, after: FieldState): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof FieldState>;
  return [...names].every((name) =>
    isEqual(before[name] as JsonValue | undefined, after[name] as JsonValue | undefined),
  );
}
