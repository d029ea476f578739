/**
 * The plan: a procedure compiled to plain JSON, addressed by its hash, run alike by browser and gateway.
 */
import type { Issue } from '@motcua/schemas';

/** A JSON Pointer (RFC 6901); the empty string names the whole document. */
export type Pointer = string;

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object; names may be anything, `__proto__` included. */
export type JsonObject = { [key: string]: JsonValue };
/** A JSON Schema of draft 2020-12. */
export type JsonSchema = boolean | JsonObject;

/** Version of the plan's own shape. An engine refuses a foreign one with `plan.foreign-format`. */
export const PLAN_FORMAT = 1;

/** A JsonLogic expression; form data is read by `{"value": "/json/pointer"}` or by a relative pointer from the field it stands on. */
export type Expression = JsonValue;

/** The whole plan: plain JSON. */
export interface Plan {
  planFormat: typeof PLAN_FORMAT;
  slug: string;
  version: string;
  /** SHA-256 (hex) over the RFC 8785 form of procedure, data, form, definitions and catalogue versions; not of the locales. */
  hash: string;
  /** The data schema with every definition bundled: each `$ref` resolves inside this document. */
  schema: JsonSchema;
  /** Some pattern of the schema cannot be run in linear time: a page leaves its places undecided, the gateway decides under a time limit. */
  patterns?: 'defer';
  root: PlanNode;
  steps: readonly PlanStep[];
  /** Under what the answers say, branches of the data schema hold; each is tested by itself and by its parent. */
  conditions: readonly PlanCondition[];
  rules: readonly PlanRule[];
  mirrors: readonly PlanMirror[];
  /** Conditions, rules and mirrors so that each comes after what it depends on. */
  order: readonly PlanCell[];
  /** For each pointer: what to look at again after a write there. */
  dependents: Readonly<Record<Pointer, PlanDependents>>;
  /** Catalogue name → version. */
  catalogs: Readonly<Record<string, string>>;
  diagnostics: readonly Diagnostic[];
}

/** One place in the answers. A node with a `kind` that has fields of its own (an address) is one node: its parts are the kind's business. */
export interface PlanNode {
  id: number;
  pointer: Pointer;
  /** Name of the field kind: text, person-name, date, partial-date, choice, large-choice, address, attachments, … or `object`. */
  kind: string;
  /** Pointer into `plan.schema` of the schema that describes this place without conditions. */
  schema: Pointer;
  /** Name of the control asked for in form.json, as `tiles` or `select`; absent: the kind decides. */
  control?: string;
  options?: PlanOptions;
  /** Expected length of the answer, for the width of the control. */
  width?: 'xs' | 's' | 'm' | 'l';
  /** HTML autocomplete token (WCAG 1.3.5). */
  autocomplete?: string;
  maxLength?: number;
  readOnly?: boolean;
  /** Required with no condition attached: for the first paint, before data. */
  required?: boolean;
  source?: FieldSource;
  /** Conditions of which any makes it required. */
  requiredWhen?: readonly number[];
  /** Conditions of which any makes it not apply (the schema `false` in an active branch). */
  hiddenWhen?: readonly number[];
  /** For a place that only branches declare: it applies while any of these holds. */
  declaredWhen?: readonly number[];
  /** The schemas that the answer here must meet, with or without a condition. */
  checks?: readonly PlanCheck[];
  /** Parts of a compound answer that do not apply under conditions. */
  parts?: readonly PlanPart[];
  children?: readonly PlanNode[];
}

/** One schema for the answer at a node: always, or while a condition holds. */
export interface PlanCheck {
  /** Pointer into `plan.schema`. */
  schema: Pointer;
  condition?: number;
}

/** A place inside a compound answer, as the province of an address. */
export interface PlanPart {
  pointer: Pointer;
  hiddenWhen: readonly number[];
}

/** A branch of the data schema is active while the parent condition holds and the test has the expected outcome. */
export interface PlanCondition {
  id: number;
  parent?: number;
  /** Place in the answers at which the test looks. */
  at: Pointer;
  /** Pointer into `plan.schema` of the schema to test by. Absent when `present` is there. */
  schema?: Pointer;
  /** Name of a property that must be there. */
  present?: string;
  expected: boolean;
  reads: readonly Pointer[];
}

/** One thing to evaluate: a condition, a rule or a mirror, by its id. */
export type PlanCell = { condition: number } | { rule: number } | { mirror: number };

/** The values of a choice, or where they lie. */
export interface PlanOptions {
  /** Allowed values, in the order of display. */
  values?: readonly (string | number | boolean)[];
  /** Name of the catalogue that holds values and labels. */
  catalog?: string;
}

/** Where a field comes from: how sure, and the text or form that asks for it. */
export interface FieldSource {
  certainty: 'verified' | 'secondary' | 'observed' | 'own';
  of: string;
}

/** One step of the form. */
export interface PlanStep {
  id: string;
  sections: readonly PlanSection[];
}

/** Fields that stand together under one heading. */
export interface PlanSection {
  id: string;
  fields: readonly Pointer[];
}

/** What a rule does to its field. */
export type RuleEffect = 'visible' | 'enabled' | 'computed' | 'warning' | 'error';

/** A rule of form.json, with absolute pointers. */
export interface PlanRule {
  id: number;
  effect: RuleEffect;
  /** The field on which the rule stands. */
  pointer: Pointer;
  expression: Expression;
  /** Code of the warning or error. */
  code?: string;
  reads: readonly Pointer[];
}

/** While `when` holds, the two places of each pair are one value: a write to either is a write to both. */
export interface PlanMirror {
  id: number;
  when: Expression;
  pairs: readonly (readonly [Pointer, Pointer])[];
  reads: readonly Pointer[];
}

/** What rests on the answer at one place. */
export interface PlanDependents {
  /** Ids of the nodes that may look otherwise. */
  nodes: readonly number[];
  /** Indexes into `plan.order`, ascending. */
  cells: readonly number[];
}

/** What `check` says to the author. */
export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning' | 'info';
  file: string;
  line?: number;
  column?: number;
  pointer: Pointer;
  message: string;
  advice: string;
}

export type { Issue };
