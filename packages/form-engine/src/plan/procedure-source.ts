/**
 * What an author writes, as the compiler takes it: the parsed files of a procedure folder and what they refer to.
 */
import type { ProcedureRecord } from '@motcua/schemas';
import type { Expression, FieldSource, JsonSchema, Pointer } from './plan.js';

/** The parsed files of one procedure. */
export interface ProcedureSource {
  /** procedure.json */
  record: ProcedureRecord;
  /** data.schema.json */
  data: JsonSchema;
  /** form.json */
  form: FormDocument;
  /** Shared definitions, by their path relative to the data schema or by their name (`address` for address.schema.json). */
  definitions: Readonly<Record<string, JsonSchema>>;
  /** Catalogue name → version. */
  catalogVersions: Readonly<Record<string, string>>;
}

/** form.json: presentation beside the data. */
export interface FormDocument {
  $schema?: string;
  steps: readonly FormStep[];
  mirrors?: readonly { when: Expression; pairs: readonly (readonly [Pointer, Pointer])[] }[];
}

/** One step of the form. */
export interface FormStep {
  id: string;
  sections: readonly { id: string; fields: readonly FormField[] }[];
}

/** One field of the form, by its place in the answers. */
export interface FormField {
  pointer: Pointer;
  kind?: string;
  control?: string;
  width?: 'xs' | 's' | 'm' | 'l';
  autocomplete?: string;
  options?: { catalog?: string };
  source?: FieldSource;
  rules?: FormRules;
}

/** What JSON Schema cannot say of a field. */
export interface FormRules {
  visible?: Expression;
  enabled?: Expression;
  computed?: Expression;
  /** Never block. */
  warnings?: readonly { code: string; when: Expression }[];
  /** Block, in the browser and on the gateway. */
  errors?: readonly { code: string; when: Expression }[];
}
