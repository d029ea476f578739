/**
 * What an author writes, as the compiler takes it: the parsed files of a procedure folder and what they refer to.
 */
import type { ProcedureRecord } from '@motcua/schemas';
import type { Expression, FieldSource, JsonSchema, JsonValue, PlanTable, Pointer } from './plan.js';

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
  /** Catalogues that rules look into, by name: `working-calendar`. Their versions are in the hash, what rules need of them in the plan. */
  catalogs?: Readonly<Record<string, JsonValue>>;
}

/** form.json: presentation beside the data. */
export interface FormDocument {
  $schema?: string;
  steps: readonly FormStep[];
  /** For `lookup` and `lookup-band`, by name. */
  tables?: Readonly<Record<string, PlanTable>>;
  mirrors?: readonly { when: Expression; pairs: readonly (readonly [Pointer, Pointer])[] }[];
}

/** One step of the form. */
export interface FormStep {
  id: string;
  /** Steps that must be complete before this one can begin. */
  after?: readonly string[];
  /** While it is true, the step and all that stands on it is left out. */
  skip?: Expression;
  sections: readonly { id: string; fields: readonly FormField[] }[];
}

/** One field of the form, by its place in the answers. */
export interface FormField {
  pointer: Pointer;
  kind?: string;
  control?: string;
  width?: 'xs' | 's' | 'm' | 'l';
  autocomplete?: string;
  options?: { catalog?: string; resolver?: string; with?: readonly Pointer[] };
  /** A register that is asked about the answer; pointers may be relative to the field. */
  check?: { register: string; with?: readonly Pointer[]; fills?: readonly Pointer[] };
  /** A value that the state holds already is locked; `contestable`: the citizen may say that it is wrong. */
  prefilled?: 'locked' | 'contestable';
  source?: FieldSource;
  rules?: FormRules;
  /** Of a list: its rows are fields of the form, with pointers that start at the row (`""` for a row that is one field itself). */
  items?: { fields?: readonly FormField[] };
  /** Of a map: the same for its entries. */
  entries?: { fields?: readonly FormField[] };
}

/** What JSON Schema cannot say of a field. */
export interface FormRules {
  visible?: Expression;
  enabled?: Expression;
  computed?: Expression;
  /** Of a choice: true for each value, which `var` "" reads, that may be chosen. */
  options?: Expression;
  /** Never block. */
  warnings?: readonly { code: string; when: Expression }[];
  /** Block, in the browser and on the gateway. */
  errors?: readonly { code: string; when: Expression }[];
}
