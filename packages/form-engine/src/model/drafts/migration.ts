/**
 * What an author declares when a form changes: `migrations.json` of a procedure, as data. Places are JSON Pointers into the answers; `*` in
 * them stands for every row of a list or every entry of a map, and the same `*` stands again in the target.
 */
import type { JsonValue, Pointer } from '../../plan/plan.js';

/** migrations.json. */
export interface MigrationDocument {
  $schema?: string;
  migrations: readonly Migration[];
}

/** From one version of the procedure, or several, to a later one. */
export interface Migration {
  from: string | readonly string[];
  to: string;
  steps: readonly MigrationStep[];
}

/** One change. With `confirm`, the citizen is asked to look at what came out. */
export type MigrationStep = { confirm?: boolean } & (
  RenameStep | MoveStep | SetStep | DropStep | MapValuesStep | SplitStep | MergeStep
);

/** The last name of the place becomes another; what stands below it comes along. */
export interface RenameStep {
  op: 'rename';
  at: Pointer;
  name: string;
}

/** The answer, with what stands below it, goes to another place. */
export interface MoveStep {
  op: 'move';
  from: Pointer;
  to: Pointer;
}

/** An answer where there was none; what was answered stays. */
export interface SetStep {
  op: 'set';
  at: Pointer;
  value: JsonValue;
}

/** The answer is asked for no longer. */
export interface DropStep {
  op: 'drop';
  at: Pointer;
  /** Why, as a word of the author's: `no-longer-asked`. */
  reason: string;
}

/** One value for another, in pairs of old and new. */
export interface MapValuesStep {
  op: 'map-values';
  at: Pointer;
  values: readonly (readonly [JsonValue, JsonValue])[];
  /** What becomes of a value that is not among them: it stays (default), or must be answered again. */
  otherwise?: 'keep' | 'again';
}

/** One text into several; surplus pieces stay together in the first or the last of them. */
export interface SplitStep {
  op: 'split';
  from: Pointer;
  to: readonly Pointer[];
  separator: string;
  surplus?: 'first' | 'last';
}

/** Several answers into one text, in the order they are named. */
export interface MergeStep {
  op: 'merge';
  from: readonly Pointer[];
  to: Pointer;
  separator: string;
}
