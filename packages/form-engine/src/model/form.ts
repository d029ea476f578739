/**
 * The live form as its users see it: one `Readable` for each field, steps, issues, drafts and the submission.
 */
import type { Issue } from '@motcua/schemas';
import type { Operator } from '../expression/expression.js';
import type { Vocabulary } from '../extend/define-vocabulary.js';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonObject, JsonValue, Plan, PlanNode, Pointer } from '../plan/plan.js';
import type { CheckStatus, ConnectedResolvers, ResolvedOption } from './checks/resolvers.js';

/** Ends a subscription. */
export type Unsubscribe = () => void;

/** The only reactive type in the public API. `subscribe` does not call at once; a listener runs once per batch. */
export interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): Unsubscribe;
}

/** Where a prefilled value comes from. */
export interface Provenance {
  /** Code of the register or document, as `national-population-database`. */
  source: string;
  /** ISO date of the value. */
  asOf: string;
  /** The citizen cannot change the value; where the plan says so too, they may contest it. */
  locked?: boolean;
  /** The citizen says that the value is wrong: it may be answered, and who decides sees both. */
  contested?: boolean;
  /** What the register said, of a contested value. */
  was?: JsonValue;
}

/** Everything a control shows of its field. */
export interface FieldState {
  /** The parsed value; absent when empty or while the input does not parse. */
  value: JsonValue | undefined;
  /**
   * What was typed: there until the field is left, and beyond that while it does not parse.
   * For compound kinds an object of parts, as `{day, month, year}`. A control shows it in place of the formatted value.
   */
  input: JsonValue | undefined;
  visible: boolean;
  enabled: boolean;
  required: boolean;
  readOnly: boolean;
  /** Why it is read-only, where the plan itself would let it be answered: the opening does not ask for it, or the state held the value already. */
  readOnlyReason?: 'not-asked' | 'prefilled';
  touched: boolean;
  dirty: boolean;
  /** Is a register or the host being asked? */
  checking: boolean;
  /** Every issue at this place or below it. */
  issues: readonly Issue[];
  /** By the feedback policy: is it time to show them? */
  showIssues: boolean;
  /** How far a register's check of the answer is; `unavailable` blocks nothing and is asked again by `form.recheck`. */
  check?: CheckStatus;
  /** Options that the host gives, and how far it is with them. */
  options?: { status: CheckStatus; entries: readonly ResolvedOption[] };
  /** Values still allowed under the conditions that hold now; absent: those of the plan. */
  allowed?: readonly JsonValue[];
  /** Limits that conditions narrow at present; absent: those of the plan. */
  limits?: FieldLimits;
  /** The other place that holds the same value at present. */
  mirrorOf?: Pointer;
  provenance?: Provenance;
}

/** How large or long an answer may be, as things stand. */
export interface FieldLimits {
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** Names a row for the life of the form, whatever its place; kept in drafts, never in the submission. */
export type RowKey = string;

/** Everything a control shows of a list or map. */
export interface ListState {
  /** The rows in their order. */
  keys: readonly RowKey[];
  /** Of a map: the name of each row, in the same order. */
  names?: readonly string[];
  /** Fewest and most rows, as conditions stand. */
  minItems?: number;
  maxItems?: number;
  canAppend: boolean;
  canRemove: boolean;
  visible: boolean;
  enabled: boolean;
  required: boolean;
  readOnly: boolean;
  /** Why it is read-only, where the plan itself would let it be answered: the opening does not ask for it. */
  readOnlyReason?: 'not-asked';
  touched: boolean;
  dirty: boolean;
  /** Issues of the list itself, as too few rows; those of its rows stand at their fields. */
  issues: readonly Issue[];
  showIssues: boolean;
}

/** One list or map, as a control sees it. What is not allowed at present changes nothing. */
export interface ListField {
  /** Where it stands now: inside another list the pointer moves with its row. */
  readonly pointer: Pointer;
  readonly node: PlanNode;
  readonly state: Readable<ListState>;
  /** Adds a row at the end and tells its key; undefined when no row may be added. A map takes the name of the entry, or finds a free one. */
  append(value?: JsonValue, name?: string): RowKey | undefined;
  insert(index: number, value?: JsonValue, name?: string): RowKey | undefined;
  move(key: RowKey, toIndex: number): void;
  /** Takes a row out; the answer puts it back with its key and all that was typed, as near as may be to where it was. */
  remove(key: RowKey): () => void;
  /** Gives an entry of a map another name; false when another entry has it, or it may not be. */
  rename(key: RowKey, name: string): boolean;
  /** Pointer of a row as the rows stand now; undefined when it is gone. */
  pointerOf(key: RowKey): Pointer | undefined;
  /** The control was left. */
  touch(): void;
}

/** One field, as a control sees it. */
export interface Field {
  /** Where it stands now: inside a list the pointer moves with its row. */
  readonly pointer: Pointer;
  readonly node: PlanNode;
  readonly state: Readable<FieldState>;
  /** What a control reports on each input: raw text or a compound input object. Parsed by the kind; kept as typed when it does not parse. */
  setInput(input: JsonValue): void;
  /** Sets a value that needs no parsing, as a chosen option or an attachment list. `undefined` empties the field. */
  setValue(value: JsonValue | undefined, provenance?: Provenance): void;
  /** The control was left. */
  touch(): void;
  /** Says that a prefilled value is wrong, where the plan allows it, so that it can be answered; `false` takes that back, and the answer with it. */
  contest(isWrong?: boolean): void;
}

/** How far a step is. */
export type StepStatus = 'not-started' | 'in-progress' | 'complete' | 'has-issues';

/** The state of one step. */
export interface StepState {
  id: string;
  status: StepStatus;
  /** A step with no visible field is skipped. */
  visible: boolean;
}

/** How far a task is. A step cannot start while one that it comes after is not complete. */
export type TaskStatus = 'not-started' | 'in-progress' | 'complete' | 'cannot-start';

/** A step or a section of it, in a list of what there is to do. */
export interface TaskState {
  step: string;
  /** Absent: the step as a whole. */
  section?: string;
  status: TaskStatus;
  /** Fields that must still be answered, or answered otherwise. */
  left: number;
  /** Fields that show. */
  fields: number;
}

/** What a change would do to other answers. */
export interface ChangePreview {
  /** Answers that would apply no longer. They are kept for the session and come back with the former answer. */
  stopping: readonly Pointer[];
  /** Answers that would be other ones. */
  changing: readonly { pointer: Pointer; before: JsonValue; after: JsonValue }[];
  /** Answers that would stay and be wrong, as an option that is offered no longer. */
  failing: readonly Pointer[];
}

/** What a validation found. */
export interface Report {
  valid: boolean;
  /** In the order of the fields on the page. */
  issues: readonly Issue[];
}

/** What a draft keeps, unpruned: hidden answers come back when they apply again. */
export interface Draft {
  slug: string;
  version: string;
  planHash: string;
  data: JsonObject;
  /** Inputs that do not parse yet, by pointer. */
  inputs: Record<Pointer, JsonValue>;
  /** Fields that were touched. */
  touched: Pointer[];
  provenance: Record<Pointer, Provenance>;
  /** Keys of the rows, by pointer of the list. */
  rows?: Record<Pointer, RowKey[]>;
}

/** What a validation covers. */
export type Scope = { step: string } | { pointer: Pointer };

/** A dossier that was filed, to be answered anew at some places. */
export interface Opening {
  /** The answers as they were filed. */
  filed: JsonObject;
  /**
   * Fields, groups of fields, or items of a filed list by their index there. Open is what they name, and what the answers given there make
   * visible, required, or one value with another; everything else is read-only and stays as it was filed.
   */
  pointers: readonly Pointer[];
}

/** What a form begins with. */
export interface FormOptions {
  draft?: Draft;
  /** Kinds beside those that every page has: FURTHER_KINDS of `@motcua/form-engine/kinds`, loaded when the plan names one of them. */
  kinds?: readonly FieldKind[];
  /** Operators beside those that every page has: FURTHER_OPERATORS of `@motcua/form-engine/operators`, loaded when the plan names one of them. */
  operators?: readonly Operator[];
  /** Formats, keywords, operators and kinds of the author's own, as the plan was compiled with. */
  vocabulary?: Vocabulary;
  /** Opens a filed dossier at some places only. A draft then holds the answers so far; nothing is prefilled. */
  opening?: Opening;
  prefill?: readonly { pointer: Pointer; value: JsonValue; provenance: Provenance }[];
  /** Where options and registers are asked: `connectResolvers` of `@motcua/form-engine/checks`, loaded when the plan asks for any. */
  resolvers?: ConnectedResolvers;
  /** Today in Asia/Ho_Chi_Minh as yyyy-mm-dd, by the gateway's clock. */
  today: string;
  /** When issues show: on step change (default), on leaving a field, on each change. */
  validateOn?: 'step' | 'blur' | 'change';
}

/** A live form. */
export interface Form {
  readonly plan: Plan;
  /** Answers as kept for the session: hidden ones included. */
  readonly data: Readable<JsonObject>;
  readonly issues: Readable<readonly Issue[]>;
  readonly steps: Readable<readonly StepState[]>;
  /** Each step that shows, followed by its sections that show: what there is to do. */
  readonly tasks: Readable<readonly TaskState[]>;
  /** Throws a typed `FormError` with code `form.unknown-pointer`. */
  field(pointer: Pointer): Field;
  /** A list or map. Throws as `field` does. */
  list(pointer: Pointer): ListField;
  /** Validates the scope (default: all), marks it as shown, and reports in page order. */
  validate(scope?: Scope): Promise<Report>;
  /** Issues from a server land on their fields and go when the field is answered anew. */
  acceptIssues(issues: readonly Issue[]): void;
  /** Which other answers a change would void or alter, without making it. Throws as `field` does. */
  previewChange(pointer: Pointer, value: JsonValue | undefined): ChangePreview;
  /** Asks the host again for options and checks that were unavailable, at a place and below it, or everywhere. */
  recheck(pointer?: Pointer): void;
  /** The answers that apply, computed values fresh, hidden ones pruned. With an opening, all that it does not open is as it was filed. */
  toSubmission(): JsonObject;
  saveDraft(): Draft;
  /** What a draft held that has no place in this plan; empty when all of it came back. */
  readonly dropped: readonly Pointer[];
  dispose(): void;
}
