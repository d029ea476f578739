/**
 * `createValidator`: a JSON Schema becomes a function that knows every fault of a value; no eval, no network, no stack overflow.
 */
import type { Issue } from '@motcua/schemas';
import { type DataLimits, measure, UNLIMITED, UNSAFE } from '../data/limits.js';
import type { JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import { createSchemaCompiler } from './compile-schema.js';
import { CORE_FORMATS } from './formats/index.js';
import { gather, type Gathering, listIssues, openGathering } from './gather-issues.js';
import type { Dialect, DialectReader } from './keyword.js';
import { registerSchemas } from './schema-documents.js';
import { DEEPEST_SCHEMA, SCHEMA_LIMITS, type SchemaLimits } from './schema-limits.js';

/** What `createValidator` may be told. */
export interface ValidatorOptions {
  /** Predicates by format name, beside or in place of the built-in ones. */
  formats?: Readonly<Record<string, (text: string) => boolean>>;
  /** Documents that references may name, by URI. Nothing else is reachable. */
  schemas?: Readonly<Record<string, JsonSchema>>;
  limits?: Partial<SchemaLimits> & {
    /** `steps`: how many schemas may be applied in one pass over the data. */
    data?: Partial<DataLimits & { steps: number }>;
  };
  /** `false`: `format` only annotates. Default: known formats are asserted. */
  formatAssertion?: boolean;
  /** What to do with a pattern that cannot be run in linear time. Default: `refuse` the schema; `defer` leaves the place undecided. */
  patterns?: 'refuse' | 'defer';
  /** What `$schema` may name beside draft 2020-12. */
  dialects?: readonly (Dialect | DialectReader)[];
}

/** The verdict on a value. An unsafe integer is an issue though the schema may hold. */
export interface Verdict<Valid extends boolean | undefined = boolean> {
  /** Undefined: everything that could be judged is right, and the rest is in `deferred`. */
  valid: Valid;
  /**
   * The first 1,000 in document order: a value before what is in it, the properties of an object in the order in which the object has
   * them, and after these the ones that are missing.
   */
  issues: readonly Issue[];
  /** How many there are in all; at least so many where `data.limit-steps` or `data.limit-depth` is among them, since the check ended there. */
  count: number;
  /** Places that hang on a deferred pattern. */
  deferred: readonly Pointer[];
}

/** One place of the schema, for scoped checks. */
export interface ScopedValidator {
  /** The verdict alone; what hangs on a deferred pattern passes. */
  test(value: JsonValue): boolean;
  /** Every fault, by pointers that begin at the given place. */
  issues(value: JsonValue, place: Pointer): Issue[];
}

/** A compiled schema. */
export interface Validator<Valid extends boolean | undefined = boolean> {
  (data: JsonValue): Verdict<Valid>;
  /**
   * The part of the schema at a JSON Pointer into it, compiled at first use, as if the root led there: dynamic references look among the
   * anchors of the root's resource first. Throws `schema.ref-unknown` where there is none.
   */
  at(schema: Pointer): ScopedValidator;
  /** All that one pass can tell of the data, for `inspect`. */
  gather(data: JsonValue): Gathering;
}

/** Levels of data, its values, and the work of one pass (schemas applied, members and states of patterns looked at): no value overflows the stack, or hangs the page by branches that multiply. */
const DATA_LIMITS = { ...UNLIMITED, depth: 1_200, nodes: 500_000, steps: 2_000_000 };

/**
 * Compiles a schema of draft 2020-12.
 *
 * @throws {SchemaError} with code, pointer and cure, when the schema cannot be checked rightly.
 * @example
 * const validate = createValidator({ type: 'object', required: ['name'] });
 * validate({}).issues[0]; // { code: 'keyword.required', pointer: '/name', … }
 */
export function createValidator(
  schema: JsonSchema,
  options: ValidatorOptions & { patterns: 'defer' },
): Validator<boolean | undefined>;
export function createValidator(schema: JsonSchema, options?: ValidatorOptions): Validator;
export function createValidator(schema: JsonSchema, options: ValidatorOptions = {}): Validator<boolean | undefined> {
  const schemaLimits = { ...SCHEMA_LIMITS, ...options.limits };
  schemaLimits.depth = Math.min(schemaLimits.depth, DEEPEST_SCHEMA);
  const limits = { ...DATA_LIMITS, ...options.limits?.data };
  const documents = registerSchemas(schema, options.schemas, schemaLimits, options.dialects);
  const compile = createSchemaCompiler(documents, {
    ...options,
    formats: { ...CORE_FORMATS, ...options.formats },
    assertsFormats: options.formatAssertion !== false,
    limits: schemaLimits,
  });
  const whole = compile(documents.root);
  const scopes = new Map<Pointer, ScopedValidator>();

  const look = (data: JsonValue, aim: 'issues' | 'facts'): Gathering => {
    const { broken, unsafe } = measure(data, limits);
    const found = broken ? openGathering() : gather(whole, data, limits.steps, aim);
    if (broken) found.note(broken.path, `data.limit-${broken.limit}`, { limit: broken.most });
    else for (const path of unsafe) found.note(path, 'data.unsafe-integer', UNSAFE);
    return found;
  };

  const validate = (data: JsonValue): Verdict<boolean | undefined> => {
    const found = look(data, 'issues');
    const { valid, count, deferred } = found;
    return { valid, issues: listIssues(found, data, ''), count, deferred };
  };

  return Object.assign(validate, {
    at(pointer: Pointer): ScopedValidator {
      const known = scopes.get(pointer);
      if (known) return known;
      const part = compile(documents.at(pointer));
      const scope: ScopedValidator = {
        test: (value) => gather(part, value, limits.steps, 'verdict').valid !== false,
        issues: (value, place) => listIssues(gather(part, value, limits.steps, 'issues'), value, place),
      };
      scopes.set(pointer, scope);
      return scope;
    },
    gather: (data: JsonValue) => look(data, 'facts'),
  });
}
