/**
 * What each field says: its input, its issues and when they show. States are made anew only for the nodes handed to `refresh`.
 */
import type { Issue } from '@motcua/schemas';
import { isEqual, isObject, readAt } from '../data/json.js';
import { isWithin } from '../data/pointer.js';
import { isTruthy } from '../expression/expression.js';
import type { KindFault } from '../kinds/kind.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import { type FeedbackPolicy, shouldShowIssues } from '../validation/feedback-policy.js';
import { judgeList } from '../validation/judge-list.js';
import { errorAt, judgeValue } from '../validation/judge-value.js';
import { narrowAnswer } from '../validation/narrow-answer.js';
import { findOwner } from '../validation/page-order.js';
import type { Answers } from './answers.js';
import { describeOutside } from './checks/outside.js';
import type { OutsideState } from './checks/resolvers.js';
import type {
  Draft,
  FieldState,
  FormOptions,
  ListState,
  Provenance,
  Readable,
  RowKey,
  Scope,
  StepState,
  TaskState,
} from './form.js';
import type { LiveNode } from './live-node.js';
import { eachNode } from './live-tree.js';
import { describeList } from './list-state.js';
import { type Entry, faultOf, isSameState, keyOf, NO_ISSUES, UNTOUCHED, withSticky } from './entry.js';
import type { OpenPlaces } from './open-places.js';
import type { PlanIndex } from './plan-index.js';
import { isPrefilledLocked, keepContested } from './prefill.js';
import { StepTally } from './step-tally.js';
import type { Subscriptions, Topic } from './subscriptions.js';
import { TaskTally } from './tasks/task-tally.js';

/** The states of all fields and lists. */
export class FieldStore {
  /** Change when the list of issues, or the state of a step, may have. */
  readonly issuesTopic: Topic = new Set();
  readonly stepsTopic: Topic = new Set();
  /** How many nodes were looked at again; the cost of a key. */
  evaluations = 0;
  private readonly faulty = new Set<LiveNode>();
  private readonly tally: StepTally;
  private readonly tasks: TaskTally;
  private readonly policy: FeedbackPolicy;
  private stale = new Set<LiveNode>();
  /** Issues of no field. */
  private loose: readonly Issue[] = [];

  constructor(
    private readonly index: PlanIndex,
    private readonly answers: Answers,
    { validateOn = 'step', draft, prefill = [] }: FormOptions,
    private readonly subscriptions: Subscriptions,
    private readonly places: OpenPlaces | undefined,
  ) {
    this.policy = validateOn;
    this.tally = new StepTally(index);
    this.tasks = new TaskTally(index.plan);
    for (const { pointer, provenance } of prefill) {
      const node = answers.find(pointer);
      if (node !== undefined && readAt(draft?.data, pointer) === undefined) this.entry(node).provenance = provenance;
    }
    const known = draft ?? NO_DRAFT;
    for (const [pointer, input] of Object.entries(known.inputs)) {
      const node = answers.find(pointer);
      if (node?.isField !== true) continue;
      const entry = this.entry(node);
      entry.input = input;
      entry.fault = faultOf(node, input);
    }
    for (const pointer of known.touched) {
      const node = answers.find(pointer);
      if (node !== undefined) this.entry(node).touched = true;
    }
    for (const [pointer, provenance] of Object.entries(known.provenance)) {
      const node = answers.find(pointer);
      if (node !== undefined) this.entry(node).provenance = provenance;
    }
  }

  readable(node: LiveNode): Readable<FieldState> {
    return this.watch(node) as Readable<FieldState>;
  }

  readableList(list: LiveNode): Readable<ListState> {
    return this.watch(list) as Readable<ListState>;
  }

  isLocked(node: LiveNode): boolean {
    const { isComputed, isFilled, planned } = node.shape;
    return isComputed || isFilled || planned.readOnly === true || this.isHeld(node) || this.isPrefilled(node);
  }

  /** Is it as it was filed, because nobody asks for it? */
  isHeld(node: LiveNode): boolean {
    return this.places?.isOpen(node, this.answers) === false && !node.isComputed && node.planned.readOnly !== true;
  }

  /** Did the state hold the value already, here or at the place that is one with it, and may the citizen not change it? */
  isPrefilled(node: LiveNode): boolean {
    const isLocked = (one: LiveNode): boolean => isPrefilledLocked(one.planned, one.entry?.provenance);
    const twin = this.answers.twinOf(node);
    return isLocked(node) || (twin !== undefined && isLocked(twin));
  }

  provenance(node: LiveNode): Provenance | undefined {
    return node.entry?.provenance;
  }

  /** Resolvers have something to say. */
  hear(node: LiveNode, outside: OutsideState): void {
    this.alter(node, (entry) => (entry.outside = outside));
  }

  /** A control reported what was typed. */
  type(node: LiveNode, input: JsonValue, fault: KindFault | undefined): void {
    this.alter(node, (entry) => {
      entry.input = input;
      entry.fault = fault;
      entry.sticky = [];
      entry.provenance = keepContested(entry.provenance);
    });
    this.dropLooseAbove(node);
  }

  /** A value was set that needs no parsing. */
  choose(node: LiveNode, provenance: Provenance | undefined): void {
    this.alter(node, (entry) => {
      entry.input = undefined;
      entry.fault = undefined;
      entry.sticky = [];
      entry.provenance = provenance ?? keepContested(entry.provenance);
    });
    this.dropLooseAbove(node);
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

  /** Rows came, went or moved. */
  alterList(list: LiveNode): void {
    this.alter(list, (entry) => (entry.sticky = []));
  }

  /** A row left the form: what was said of it counts no longer. */
  forget(row: LiveNode): void {
    eachNode(row, (node) => {
      const { state } = node;
      this.stale.delete(node);
      if (state === undefined) return;
      this.tally.replace(node, state, undefined);
      this.tasks.replace(node.shape.pointer, state, undefined);
      node.state = undefined;
      if (this.faulty.delete(node)) this.subscriptions.note(this.issuesTopic);
    });
    this.subscriptions.note(this.stepsTopic);
  }

  /** Makes the states of these nodes anew, and of those altered here. */
  refresh(changed: ReadonlySet<LiveNode>): void {
    const nodes = this.stale.size === 0 ? changed : new Set([...this.stale, ...changed]);
    this.stale = new Set();
    for (const node of nodes) if (!node.isGone && (node.isField || node.rows !== undefined)) this.refreshNode(node);
  }

  /** Marks what was validated, and keeps what only a check of the whole can find. */
  validate(covers: (node: LiveNode | undefined) => boolean, found: readonly Issue[], scope: Scope | undefined): void {
    eachNode(this.answers.root, (node) => {
      if (!(node.isField || node.rows !== undefined) || !covers(node)) return;
      this.alter(node, (entry) => {
        entry.validated = true;
        entry.sticky = entry.sticky.filter(({ source }) => source === 'server');
      });
    });
    this.refresh(new Set());
    const live = new Set(this.list().map(keyOf));
    this.land(
      found.filter((issue) => !live.has(keyOf(issue)) && covers(findOwner(this.answers, issue.pointer))),
      scope === undefined,
    );
    this.index.plan.steps.forEach((step, index) => {
      if (scope !== undefined && !('step' in scope && scope.step === step.id)) return;
      this.tally.markValidated(index);
      this.tasks.markValidated(index);
    });
    this.subscriptions.note(this.stepsTopic);
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
    return [...[...this.faulty].flatMap((node) => this.current(node)?.issues ?? []), ...this.loose];
  }

  steps(): StepState[] {
    return this.tally.read();
  }

  readTasks(): TaskState[] {
    return this.tasks.read();
  }

  /** What a draft keeps beside the answers. */
  saved(): Pick<Draft, 'inputs' | 'touched' | 'provenance'> {
    const inputs: Record<Pointer, JsonValue> = {};
    const touched: Pointer[] = [];
    const provenance: Record<Pointer, Provenance> = {};
    eachNode(this.answers.root, (node) => {
      const { entry } = node;
      if (entry === undefined) return;
      if (entry.input !== undefined && this.isUnfinished(node, entry)) inputs[node.pointer] = entry.input;
      if (entry.touched) touched.push(node.pointer);
      if (entry.provenance !== undefined) provenance[node.pointer] = entry.provenance;
    });
    return { inputs, touched, provenance };
  }

  private land(issues: readonly Issue[], replaceLoose: boolean): void {
    const loose: Issue[] = [];
    for (const issue of issues) {
      const owner = findOwner(this.answers, issue.pointer);
      if (owner === undefined || !this.answers.applies(owner)) loose.push(issue);
      else
        this.alter(
          owner,
          (entry) => (entry.sticky = [...entry.sticky.filter((known) => keyOf(known) !== keyOf(issue)), issue]),
        );
    }
    if (!replaceLoose) return;
    this.loose = loose;
    this.subscriptions.note(this.issuesTopic);
  }

  /** What a server said of a group, or of a place in it that nobody knows, is answered with any part of it. */
  private dropLooseAbove(node: LiveNode): void {
    if (this.loose.length === 0) return;
    const { pointer } = node;
    const rest = this.loose.filter((issue) => {
      const group = this.answers.reach(issue.pointer).node.pointer;
      return issue.source !== 'server' || group === '' || !isWithin(pointer, group);
    });
    if (rest.length === this.loose.length) return;
    this.loose = rest;
    this.subscriptions.note(this.issuesTopic);
  }

  private watch(node: LiveNode): Readable<FieldState | ListState | undefined> {
    node.topic ??= new Set();
    return this.subscriptions.readable(node.topic, () => this.current(node));
  }

  /** The state, with the pointers that its issues have by now: they are read far seldomer than rows move. */
  private current(node: LiveNode): FieldState | ListState | undefined {
    if (node.state !== undefined && node.scope.parent !== undefined) this.rebase(node);
    return node.state;
  }

  private rebase(node: LiveNode): void {
    const { at, state, entry, pointer } = node;
    if (pointer === at) return;
    const move = (issues: readonly Issue[]): Issue[] =>
      issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer.slice(at.length) }));
    node.at = pointer;
    if (entry !== undefined) entry.sticky = move(entry.sticky);
    if (entry?.outside !== undefined) entry.outside = { ...entry.outside, issues: move(entry.outside.issues) };
    if (state === undefined) return;
    const twin = 'mirrorOf' in state ? this.answers.twinOf(node) : undefined;
    node.state = {
      ...state,
      issues: move(state.issues),
      ...(twin === undefined ? {} : { mirrorOf: twin.pointer }),
    };
  }

  private refreshNode(node: LiveNode): void {
    this.evaluations += 1;
    if (!node.isBegun) {
      node.isBegun = true;
      node.first = node.isField ? this.answers.kept(node) : (node.rows ?? []).map(({ key }) => key as RowKey);
    }
    const entry = node.entry ?? UNTOUCHED;
    if (node.scope.parent !== undefined) this.rebase(node);
    const before = node.state;
    const after = node.isField ? this.stateOf(node, entry) : this.listStateOf(node, entry);
    if (before !== undefined && isSameState(before, after)) return;
    node.state = after;
    this.subscriptions.note(node.topic);
    this.tally.replace(node, before, after);
    this.tasks.replace(node.shape.pointer, before, after);
    this.subscriptions.note(this.stepsTopic);
    if (after.issues.length > 0) this.faulty.add(node);
    else this.faulty.delete(node);
    if (after.issues.length > 0 || (before?.issues.length ?? 0) > 0) this.subscriptions.note(this.issuesTopic);
  }

  private listStateOf(list: LiveNode, entry: Entry): ListState {
    const { answers, index } = this;
    const issues = answers.applies(list) ? withSticky(judgeList(list, answers, index), entry.sticky) : NO_ISSUES;
    return describeList(list, answers, index, {
      readOnly: this.isLocked(list),
      isHeld: this.isHeld(list),
      enabled: this.isEnabled(list),
      policy: this.policy,
      entry,
      issues,
    });
  }

  private isEnabled(node: LiveNode): boolean {
    return node.shape.enabledRules.every((id) => {
      const outcome = this.answers.outcome(node, id);
      return outcome === undefined || isTruthy(outcome);
    });
  }

  private stateOf(node: LiveNode, entry: Entry): FieldState {
    const visible = this.answers.applies(node);
    const value = entry.fault === undefined ? this.answers.kept(node) : undefined;
    const dirty = !isEqual(value, node.first) || entry.fault !== undefined;
    const issues = visible ? this.issuesOf(node, entry) : [];
    const outside = entry.outside?.issues ?? NO_ISSUES;
    const refused = [...entry.sticky, ...outside].some(({ source }) => source === 'server');
    const { allowed, limits } = visible ? narrowAnswer(node, this.answers, this.index) : NOTHING_LEFT_OUT;
    const twin = this.answers.twinOf(node);
    return {
      value,
      input: entry.input,
      visible,
      enabled: this.isEnabled(node),
      required: this.answers.isRequired(node),
      readOnly: this.isLocked(node),
      ...(this.isHeld(node) ? { readOnlyReason: 'not-asked' as const } : {}),
      ...(this.isPrefilled(node) ? { readOnlyReason: 'prefilled' as const } : {}),
      touched: entry.touched,
      dirty,
      ...describeOutside(entry.outside),
      issues,
      showIssues: shouldShowIssues(this.policy, { touched: entry.touched, dirty, validated: entry.validated, refused }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(limits === undefined ? {} : { limits }),
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
    return withSticky(own, entry.outside === undefined ? entry.sticky : [...entry.sticky, ...entry.outside.issues]);
  }

  /** Nothing else holds what was put in: it was not understood, or its parts make no value, as a precision without a year. */
  private isUnfinished(node: LiveNode, { fault, input }: Entry): boolean {
    return fault !== undefined || (isObject(input) && this.answers.kept(node) === undefined);
  }

  private alter(node: LiveNode, act: (entry: Entry) => void): void {
    act(this.entry(node));
    this.stale.add(node);
  }

  private entry(node: LiveNode): Entry {
    return (node.entry ??= { ...UNTOUCHED });
  }
}

const NO_DRAFT = { inputs: {}, touched: [], provenance: {} };
const NOTHING_LEFT_OUT = { allowed: undefined, limits: undefined };
