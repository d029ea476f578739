/**
 * What became of a draft under another plan: every answer is kept, migrated, to be answered again, dropped or computed anew. Nothing else happens.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonValue, Pointer } from '../../plan/plan.js';
import type { Draft } from '../form.js';

/** Why an answer is to be looked at before it is sent. */
export type AgainCode =
  /** The place takes another kind of answer now; the old one is taken out. */
  | 'draft.kind-changed'
  /** The value is offered no longer; it is taken out. */
  | 'draft.value-not-allowed'
  /** The value breaks a rule of the new form (`params.code`); it stays, to be corrected. */
  | 'draft.value-refused'
  /** The new form requires it and the old one did not. */
  | 'draft.new-required'
  /** It is required and unanswered; whether that is new cannot be told without the old plan. */
  | 'draft.required'
  /** The author declared a change that only the citizen can confirm. */
  | 'draft.to-confirm'
  /** The commune became part of one of several, or it is not certain of which; it is taken out. */
  | 'draft.unit-doubtful'
  /** No list knows the commune; it is taken out. */
  | 'draft.unit-unknown';

/** Why an answer was changed without a question. */
export type MigratedCode =
  /** By a step that the author declared. */
  | 'draft.declared'
  /** The commune bears another name or number; which one is certain. */
  | 'draft.unit-changed'
  /** The commune is as it was, in a newer list. */
  | 'draft.unit-in-force'
  /** What was typed is understood by the new form. */
  | 'draft.input-understood';

/** Why an answer has no place. */
export type DroppedCode =
  /** The form has no such field. */
  | 'draft.no-place'
  /** The author declared that it is asked for no longer (`reason`). */
  | 'draft.dropped'
  /** A step would have put it where another answer stands. */
  | 'draft.place-taken';

/** An answer that is somewhere else, or another, by rule. */
export interface MigratedAnswer {
  /** The field that holds it now. */
  pointer: Pointer;
  /** Where it stood; none: a step set it. */
  from: readonly Pointer[];
  code: MigratedCode;
  was?: JsonValue;
}

/** An answer to be given or confirmed. */
export interface AnswerAgain {
  /** The field that asks for it. */
  pointer: Pointer;
  /** Where the old answer stood; none where there was no answer. */
  from: readonly Pointer[];
  code: AgainCode;
  params: Issue['params'];
  was?: JsonValue;
  /** What it may have become, to be offered; never taken unasked. */
  proposals?: readonly JsonValue[];
}

/** An answer without a place. */
export interface DroppedAnswer {
  /** Where it stood. */
  pointer: Pointer;
  value: JsonValue;
  code: DroppedCode;
  reason?: string;
}

/** Everything that became of a draft. */
export interface DraftReport {
  /** The plan is the one the draft was made under: nothing was looked at. */
  isSamePlan: boolean;
  /** Fields whose answer, or unfinished input, came through as it was. */
  kept: readonly Pointer[];
  migrated: readonly MigratedAnswer[];
  again: readonly AnswerAgain[];
  dropped: readonly DroppedAnswer[];
  /** Computed by the new form, whatever the draft said. */
  recomputed: readonly Pointer[];
}

/** A draft for the new plan, and what became of the old one. */
export interface MigratedDraft {
  draft: Draft;
  report: DraftReport;
}
