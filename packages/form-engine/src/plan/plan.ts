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
export const PLAN_FORMAT = 2;

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
  /** Tables of form.json, by name, for `lookup` and `lookup-band`. */
  tables?: Readonly<Record<string, PlanTable>>;
  /** Which days are worked, where a rule asks: out of the catalogue `working-calendar`. */
  calendar?: PlanCalendar;
  /** Operators that the rules use beside those that every page has. */
  operators?: readonly string[];
  /** Formats and keywords of the author's own that the schema uses, as `keyword maxWords`: without them it would say less. */
  vocabulary?: readonly string[];
  /** Catalogue name → version. */
  catalogs: Readonly<Record<string, string>>;
  /** By name in `$defs`: the file that a shared definition came from. Only where the compilation was asked for it. */
  sources?: Readonly<Record<string, string>>;
  diagnostics: readonly Diagnostic[];
}

/**
 * One place in the answers. A node with a `kind` that has fields of its own (an address) is one node: its parts are the kind's business.
 * Inside a list or a map the node is a template, live once per row: the token `*` in its pointer stands for any row.
 */
export interface PlanNode {
  id: number;
  pointer: Pointer;
  /**
   * Name of the field kind: text, person-name, date, partial-date, choice, large-choice, address, attachments, … or of a group:
   * `object` (`children`), `tuple` (`children` by index), `list` (`items`), `entries` (`entries`; a declared property is a child).
   */
  kind: string;
  /** Of a list: what each row is. A tuple that may be longer has it too, for the rows after its children. */
  items?: PlanNode;
  /** Of a map: what each entry is, whatever its name. */
  entries?: PlanNode;
  /** Names that an entry may have, as a regular expression; absent: any. */
  entryName?: string;
  /** The schema contains itself: the place is described by that node, and unfolded only where there is data. */
  sameAs?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  /** Pointer into `plan.schema` of the schema that describes this place without conditions. */
  schema: Pointer;
  /** Name of the control asked for in form.json, as `tiles` or `select`; absent: the kind decides. */
  control?: string;
  options?: PlanOptions;
  /** Expected length of the answer, for the width of the control. */
  width?: 'xs' | 's' | 'm' | 'l';
  /** HTML autocomplete token (WCAG 1.3.5). */
  autocomplete?: string;
  /** What a register is asked about the answer, through the host. */
  check?: PlanRegisterCheck;
  /** A value that the state holds already is locked; `contestable`: the citizen may say that it is wrong. */
  prefilled?: 'locked' | 'contestable';
  maxLength?: number;
  readOnly?: boolean;
  /** Sent, and never shown again: a review page leaves it out. */
  writeOnly?: boolean;
  deprecated?: boolean;
  /** The only value there can be: shown as a fact and filled in by the form. */
  constant?: JsonValue;
  /** The value to begin with. */
  default?: JsonValue;
  /** May the answer be `null`? */
  nullable?: boolean;
  /** Every type that the schema takes, when more than one beside `null`. */
  types?: readonly string[];
  /** Media type of a text that holds a file's content. */
  mediaType?: string;
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

/** A register that is asked about an answer; in a list with templates. */
export interface PlanRegisterCheck {
  /** Name of the host's resolver. */
  register: string;
  /** Further answers that the question rests on; it is asked when all of them are there. */
  with?: readonly Pointer[];
  /** Places that the register may fill. */
  fills?: readonly Pointer[];
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
  /** Name of the host's resolver that gives values and labels. */
  resolver?: string;
  /** Answers that the resolver rests on, as the province of a commune; it is asked when all of them are there. */
  with?: readonly Pointer[];
}

/** Where a field comes from: how sure, and the text or form that asks for it. */
export interface FieldSource {
  certainty: 'verified' | 'secondary' | 'observed' | 'own';
  of: string;
}

/** One step of the form. */
export interface PlanStep {
  id: string;
  /** Steps that must be complete before this one can begin. */
  after?: readonly string[];
  sections: readonly PlanSection[];
}

/** Fields that stand together under one heading. */
export interface PlanSection {
  id: string;
  fields: readonly Pointer[];
}

/**
 * What a rule does to its field. `options` is asked for each option, which `var` "" reads, and keeps those for which it is true;
 * `skip` leaves out the step on which it stands, and all that is in it.
 */
export type RuleEffect = 'visible' | 'enabled' | 'computed' | 'warning' | 'error' | 'options' | 'skip';

/** A rule of form.json, with absolute pointers. */
export interface PlanRule {
  id: number;
  effect: RuleEffect;
  /** The field on which the rule stands, in a list as a template; for `skip` the id of the step. */
  pointer: Pointer;
  expression: Expression;
  /** Code of the warning or error. */
  code?: string;
  /** Of `skip`: the topmost places that stand on the step with all that is in them. */
  hides?: readonly Pointer[];
  reads: readonly Pointer[];
}

/** A table of form.json; rows have a cell for each column. */
export interface PlanTable {
  columns: readonly string[];
  rows: readonly (readonly JsonValue[])[];
}

/** Which days of a span are worked: every day but the weekend, those that are off, and again those of the weekend that are worked. */
export interface PlanCalendar {
  /** First and last day, yyyy-mm-dd. */
  from: string;
  until: string;
  /** 1 Monday to 7 Sunday. */
  weekend: readonly number[];
  /** Days off that are not of the weekend. */
  off: readonly string[];
  /** Days of the weekend that are worked. */
  worked: readonly string[];
}

/** While `when` holds, the two places of each pair are one value: a write to either is a write to both. */
export interface PlanMirror {
  id: number;
  /** Of a mirror between places of one row: the template of the row. */
  row?: Pointer;
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
