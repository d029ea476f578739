/**
 * `createValidator`: a JSON Schema becomes a function that knows every fault of a value; no eval, no network, no stack overflow.
 */
import type { Issue } from '@motcua/schemas';
import { findBrokenLimit, findUnsafeIntegers, VALIDATOR_LIMITS, type DataLimits } from '../data/limits.js';
import type { JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { Check, Run } from './check.js';
import { createSchemaCompiler, DepthReached } from './compile-schema.js';
import { CORE_FORMATS } from './formats/index.js';
import { refuseCycles } from './refuse-cycles.js';
import { registerSchemas, SCHEMA_LIMITS, type SchemaLimits } from './schema-documents.js';

/** What `createValidator` may be told. */
export interface ValidatorOptions {
  /** Predicates by format name, beside or in place of the built-in ones. */
  formats?: Readonly<Record<string, (text: string) => boolean>>;
  /** Documents that references may name, by URI. Nothing else is reachable. */
  schemas?: Readonly<Record<string, JsonSchema>>;
  limits?: Partial<SchemaLimits> & { data?: Partial<DataLimits> };
  /** `false`: `format` only annotates. Default: known formats are asserted. */
  formatAssertion?: boolean;
}

/** The verdict on a value. An unsafe integer is an issue though the schema may hold. */
export interface Verdict {
  valid: boolean;
  issues: readonly Issue[];
}

/** One place of the schema, for scoped checks. */
export interface ScopedValidator {
  /** The verdict alone. */
  test(value: JsonValue): boolean;
  /** Every fault, by pointers that begin at the given place. */
  issues(value: JsonValue, place: Pointer): Issue[];
}

/** A compiled schema. */
export interface Validator {
  (data: JsonValue): Verdict;
  /** The part of the schema at a pointer into it, compiled at first use. */
  at(schema: Pointer): ScopedValidator;
}

/**
 * Compiles a schema of draft 2020-12.
 *
 * @throws {SchemaError} with code, pointer and cure, when the schema cannot be checked rightly.
 * @example
 * const validate = createValidator({ type: 'object', required: ['name'] });
 * validate({}).issues[0]; // { code: 'keyword.required', pointer: '/name', … }
 */
export function createValidator(schema: JsonSchema, options: ValidatorOptions = {}): Validator {
  const documents = registerSchemas(schema, options.schemas ?? {}, { ...SCHEMA_LIMITS, ...options.limits });
  refuseCycles(documents);
  const formats = options.formatAssertion === false ? {} : { ...CORE_FORMATS, ...options.formats };
  const compiler = createSchemaCompiler(documents, formats);
  const limits: DataLimits = { ...VALIDATOR_LIMITS, ...options.limits?.data };
  const whole = compiler.compile(documents.root);
  const scopes = new Map<Pointer, ScopedValidator>();

  const validate = (data: JsonValue): Verdict => {
    const broken = findBrokenLimit(data, limits);
    if (broken !== undefined) return { valid: false, issues: [broken] };
    const unsafe = findUnsafeIntegers(data);
    if (isRight(whole, data)) return { valid: true, issues: unsafe };
    return { valid: false, issues: [...unsafe, ...collect(whole, data, '')] };
  };

  return Object.assign(validate, {
    at(pointer: Pointer): ScopedValidator {
      const known = scopes.get(pointer);
      if (known !== undefined) return known;
      const check = compiler.compile(documents.at(pointer));
      const scope: ScopedValidator = {
        test: (value) => isRight(check, value),
        issues: (value, place) => (isRight(check, value) ? [] : collect(check, value, place)),
      };
      scopes.set(pointer, scope);
      return scope;
    },
  });
}

function isRight(check: Check, value: JsonValue): boolean {
  try {
    return check(value, undefined, { issues: undefined, depth: 0 }, undefined);
  } catch (error) {
    if (error instanceof DepthReached) return false;
    throw error;
  }
}

function collect(check: Check, value: JsonValue, place: Pointer): Issue[] {
  const run: Run & { issues: Issue[] } = { issues: [], depth: 0 };
  try {
    check(value, { base: place }, run, undefined);
  } catch (error) {
    if (!(error instanceof DepthReached)) throw error;
    run.issues.push({ code: 'data.limit-depth', severity: 'error', source: 'schema', pointer: place, params: {} });
  }
  return withoutRepeats(run.issues);
}

function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const met = new Set<string>();
  return issues.filter((issue) => {
    const key = `${issue.code} ${issue.pointer}`;
    if (met.has(key)) return false;
    met.add(key);
    return true;
  });
}
