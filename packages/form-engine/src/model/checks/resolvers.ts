/**
 * What a host gives so that a form can ask: for the options of a field, and for what a register says of an answer. The engine knows no network.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonValue, Pointer } from '../../plan/plan.js';
import type { Form, Provenance } from '../form.js';

/** A question about one place. */
export interface ResolverRequest {
  /** The place that asks. */
  pointer: Pointer;
  /** Its answer; absent for options. */
  value: JsonValue | undefined;
  /** The answers that the question rests on, in the order in which form.json names them in `with`. */
  inputs: readonly JsonValue[];
  /** Fires when the answer is wanted no longer; the promise may then end as it likes, but soon. */
  signal: AbortSignal;
}

/** One option of a field, with what else the host knows of it. */
export interface ResolvedOption {
  value: JsonValue;
  label: string;
}

/** What a register says of an answer. Nothing said means that all is well. */
export interface RegisterAnswer {
  /** `error` stands in the way of sending, `warning` does not. The place is that of the field which asked, unless told. */
  issues?: readonly { code: string; severity: 'error' | 'warning'; params?: Issue['params']; pointer?: Pointer }[];
  /** Values for places that form.json names in `fills`; others are left alone. */
  fills?: readonly RegisterFill[];
}

/** A value out of a register. */
export interface RegisterFill {
  pointer: Pointer;
  value: JsonValue;
  /** Shown beside the value; with `locked` the citizen cannot change it. */
  provenance: Provenance;
  /** Takes the place of an answer that the citizen gave; otherwise that answer stays. */
  replace?: boolean;
}

/** The host's side, by the names that form.json uses. A promise that fails means that the register cannot be reached. */
export interface Resolvers {
  options?: Readonly<Record<string, (request: ResolverRequest) => Promise<readonly ResolvedOption[]>>>;
  checks?: Readonly<Record<string, (request: ResolverRequest) => Promise<RegisterAnswer>>>;
  /** Milliseconds without a change before a question is asked. Default: 300. */
  delay?: number;
  /** Milliseconds after which a register counts as out of reach. Default: 10,000. */
  timeout?: number;
}

/** How far a question is: `unavailable` was asked in vain, blocks nothing, and is asked again by `form.recheck`. */
export type CheckStatus = 'idle' | 'waiting' | 'running' | 'done' | 'unavailable';

/** The questions of one form. */
export interface Checks {
  /** Asks again what could not be answered, at one place and below it, or everywhere. */
  recheck(pointer?: Pointer): void;
  /** Resolves when nothing is under way; undefined when nothing is. */
  settle(): Promise<void> | undefined;
  dispose(): void;
}

/** Resolvers ready to be attached to a form: made by `connectResolvers` of `@motcua/form-engine/checks`. */
export type ConnectedResolvers = (form: Form, report: (pointer: Pointer, state: OutsideState) => void) => Checks;

/** What resolvers know of one field, for its state. */
export interface OutsideState {
  check: CheckStatus;
  options: { status: CheckStatus; entries: readonly ResolvedOption[] } | undefined;
  issues: readonly Issue[];
}
