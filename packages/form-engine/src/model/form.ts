/**
 * The live form as its users see it: one `Readable` for each field, steps, issues, drafts and the submission.
 */
import type { Issue } from '@motcua/schemas';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonObject, JsonValue, Plan, PlanNode, Pointer } from '../plan/plan.js';

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
  /** Why it is read-only, where the plan itself would let it be answered: the opening does not ask for it. */
  readOnlyReason?: 'not-asked';
  touched: boolean;
  dirty: boolean;
  checking: boolean;
  /** Every issue at this place or below it. */
  issues: readonly Issue[];
  /** By the feedback policy: is it time to show them? */
  showIssues: boolean;
  /** Values still allowed under the conditions that hold now; absent: those of the plan. */
  allowed?: readonly JsonValue[];
  /** The other place that holds the same value at present. */
  mirrorOf?: Pointer;
  provenance?: Provenance;
}

/** One field, as a control sees it. */
export interface Field {
  readonly pointer: Pointer;
  readonly node: PlanNode;
  readonly state: Readable<FieldState>;
  /** What a control reports on each input: raw text or a compound input object. Parsed by the kind; kept as typed when it does not parse. */
  setInput(input: JsonValue): void;
  /** Sets a value that needs no parsing, as a chosen option or an attachment list. `undefined` empties the field. */
  setValue(value: JsonValue | undefined, provenance?: Provenance): void;
  /** The control was left. */
  touch(): void;
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
  /** Opens a filed dossier at some places only. A draft then holds the answers so far; nothing is prefilled. */
  opening?: Opening;
  prefill?: readonly { pointer: Pointer; value: JsonValue; provenance: Provenance }[];
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
  /** Throws a typed `FormError` with code `form.unknown-pointer`. */
  field(pointer: Pointer): Field;
  /** Validates the scope (default: all), marks it as shown, and reports in page order. */
  validate(scope?: Scope): Promise<Report>;
  /** Issues from a server land on their fields and go when the field is answered anew. */
  acceptIssues(issues: readonly Issue[]): void;
  /** The answers that apply, computed values fresh, hidden ones pruned. With an opening, all that it does not open is as it was filed. */
  toSubmission(): JsonObject;
  saveDraft(): Draft;
  /** What a draft held that has no place in this plan; empty when all of it came back. */
  readonly dropped: readonly Pointer[];
  dispose(): void;
}
