/**
 * What `explain` answers: for each state of a field, the rules and keywords that decide it, with their place in the author's files.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonValue, Pointer } from '../plan/plan.js';

/** A place in a file of the procedure. */
export interface SourcePlace {
  /** `data.schema.json`, `form.json`, or the file of a shared definition where the plan was compiled with `sources`. */
  file: string;
  pointer: Pointer;
}

/** One thing that decides. */
export interface Reason {
  /**
   * `keyword` of the data schema, `condition` (a branch of it), `rule` of form.json, the `group` above the field, its `kind`,
   * what the `opening` of a dossier asks for, a `prefilled` value, a `server`.
   */
  by: 'keyword' | 'condition' | 'rule' | 'group' | 'kind' | 'opening' | 'prefilled' | 'server';
  /** What it does while it holds. */
  effect: 'hides' | 'shows' | 'requires' | 'locks' | 'disables' | 'limits' | 'finds';
  /** Does it hold at present? A rule whose operands are absent says nothing and does not hold. */
  holds: boolean;
  place?: SourcePlace;
  /** As the author wrote it: the schema that is tested, the expression, the value of the keyword. */
  says?: JsonValue;
  /** What the expression gives at present; absent where an operand is. */
  gives?: JsonValue;
  /** The answers that it looks at, as they stand; no value: not answered, or not applying. */
  reads: readonly { pointer: Pointer; value?: JsonValue }[];
  /** Of a group: the place above the field to ask about. */
  pointer?: Pointer;
}

/** One state of a field, and why. */
export interface ExplainedState {
  is: boolean;
  /** Of a state that is: what makes it so. Otherwise everything that could. */
  because: readonly Reason[];
}

/** Everything about one field. */
export interface Explanation {
  pointer: Pointer;
  visible: ExplainedState;
  required: ExplainedState;
  readOnly: ExplainedState;
  enabled: ExplainedState;
  /** Values and sizes that are allowed, and by what. */
  limits: readonly Reason[];
  issues: readonly { issue: Issue; because: readonly Reason[] }[];
}
