/**
 * The typed errors of the engine: each names its code, its place and its cure. Every code has a page, `docs/reference/codes/<code>.md`.
 */
import type { Diagnostic, Pointer } from './plan/plan.js';

/** Codes of faults in a schema or procedure document; nobody's answer can cause them. */
export type SchemaErrorCode =
  | 'schema.unsupported'
  | 'schema.malformed'
  | 'schema.limit-bytes'
  | 'schema.limit-depth'
  | 'schema.limit-nodes'
  | 'schema.limit-enum'
  | 'schema.limit-branches'
  | 'schema.ref-unknown'
  | 'schema.ref-cycle'
  | 'schema.pattern-invalid'
  | 'schema.pattern-unsafe'
  | 'plan.conditions-oscillate'
  | 'schema.no-form'
  | 'form.malformed'
  | 'form.field-unknown'
  | 'form.field-repeated'
  | 'form.kind-unknown'
  | 'form.kind-unsuited'
  | 'rule.malformed'
  | 'rule.operator-unknown'
  | 'rule.value-unknown'
  | 'rule.cycle'
  | 'rule.computed-twice'
  | 'rule.hidden-required'
  | 'rule.type-mismatch'
  | 'rule.table-unknown'
  | 'rule.calendar-missing'
  | 'catalog.version-missing'
  | 'vocabulary.malformed'
  | 'vocabulary.name-taken';

/** Codes of faults in the use of a form. */
export type FormErrorCode =
  | 'plan.foreign-format'
  | 'plan.malformed'
  | 'plan.kind-missing'
  | 'plan.operator-missing'
  | 'plan.vocabulary-missing'
  | 'form.unknown-pointer'
  | 'form.disposed'
  | 'form.foreign-draft'
  | 'draft.migration-malformed';

/** What a `SchemaError` says beside its code. */
export interface SchemaErrorDetail {
  /** Place in the document at fault. */
  pointer: Pointer;
  /** The document at fault, where that is not the schema itself: its name in `schemas`. */
  document?: string;
  /** What to do about it, in one sentence for the author. */
  cure: string;
  /** Places in the order in which they lead to one another, for cycles. */
  chain?: readonly string[];
  /** Everything found wrong in the same check, this error included. */
  diagnostics?: readonly Diagnostic[];
}

/** A schema or procedure document that cannot be compiled. */
export class SchemaError extends Error {
  declare readonly code: SchemaErrorCode;
  declare readonly pointer: Pointer;
  /** Empty: the schema itself. Otherwise the name of a document given in `schemas`. */
  declare readonly document: string;
  declare readonly cure: string;
  declare readonly chain: readonly string[];
  declare readonly diagnostics: readonly Diagnostic[];

  constructor(code: SchemaErrorCode, message: string, detail: SchemaErrorDetail) {
    super(`${code} at ${detail.document ?? ''}#${detail.pointer}: ${message} ${detail.cure}`);
    Object.assign(this, { name: 'SchemaError', code, document: '', chain: [], diagnostics: [], ...detail });
  }
}

/** A place in a schema document: the root of the schema itself unless told otherwise. */
export interface SchemaPlace {
  pointer?: Pointer;
  document?: string;
}

/** Ends the compilation of a schema. */
export function refuseSchema(
  code: SchemaErrorCode,
  { pointer = '', document = '' }: SchemaPlace,
  message: string,
  cure: string,
  chain: readonly string[] = [],
): never {
  throw new SchemaError(code, message, { pointer, document, cure, chain });
}

/** A plan or form that is used in a way it does not allow. */
export class FormError extends Error {
  readonly code: FormErrorCode;
  readonly pointer: Pointer;
  readonly cure: string;

  constructor(code: FormErrorCode, message: string, detail: { pointer?: Pointer; cure: string }) {
    super(`${code}: ${message} ${detail.cure}`);
    this.name = 'FormError';
    this.code = code;
    this.pointer = detail.pointer ?? '';
    this.cure = detail.cure;
  }
}
