/**
 * Runs the JSON cases of `schemas/conformance/validation`, as any other evaluator of these schemas must.
 */
import type { Issue } from '@motcua/schemas';
import { SchemaError } from '../errors.js';
import { createValidator } from '../index.js';
import type { JsonSchema, JsonValue, Pointer } from '../plan/plan.js';

/** One fault that a case expects; `params` are compared only where they stand. */
export interface ExpectedIssue {
  code: string;
  pointer: Pointer;
  params?: Issue['params'];
}

/** One value and what the schema of its group says about it. Without `issues` there are none. */
export interface ValidationTest {
  description: string;
  data: JsonValue;
  valid: boolean;
  issues?: readonly ExpectedIssue[];
}

/** A schema with the values judged by it, or a schema that must be refused. */
export interface ValidationGroup {
  description: string;
  schema: JsonSchema;
  /** Documents that references may name, by URI. */
  schemas?: Readonly<Record<string, JsonSchema>>;
  /** What of the validator's options can be said in JSON. */
  options?: {
    formatAssertion?: boolean;
    patterns?: 'refuse' | 'defer';
    limits?: Readonly<Record<string, number>>;
  };
  tests?: readonly ValidationTest[];
  refused?: { code: string; pointer: Pointer };
}

/** One file of cases. */
export interface ValidationFile {
  keyword: string;
  groups: readonly ValidationGroup[];
}

/** What the engine says: a verdict with its issues, or why it does not take the schema. */
export type ValidationOutcome =
  | { refused: { code: string; pointer: Pointer } }
  | { valid: boolean | undefined; count: number; issues: readonly ExpectedIssue[] };

/**
 * The outcome of a case by this engine, with draft-07 and every format at hand.
 *
 * @param test undefined for a group whose schema must be refused
 * @throws {Error} when anything but a `SchemaError` comes out of the engine
 */
export function runValidationCase(group: ValidationGroup, test?: ValidationTest): ValidationOutcome {
  const { schema, schemas = {}, options = {} } = group;
  try {
    const validate = createValidator(schema, { schemas, ...options });
    const { valid, count, issues } = validate(test?.data ?? null);
    return { valid, count, issues: issues.map(({ code, pointer, params }) => ({ code, pointer, params })) };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { refused: { code: error.code, pointer: error.pointer } };
  }
}

/** What a case expects, in the shape of an outcome; params that it leaves open are taken from the outcome at hand. */
export function expectedOutcome(
  group: ValidationGroup,
  test: ValidationTest | undefined,
  outcome: ValidationOutcome,
): ValidationOutcome {
  if (group.refused !== undefined || test === undefined) return { refused: group.refused ?? { code: '', pointer: '' } };
  const expected = test.issues ?? [];
  const actual = 'issues' in outcome ? outcome.issues : [];
  return {
    valid: test.valid,
    count: expected.length,
    issues: expected.map((issue, index) => ({ ...issue, params: issue.params ?? actual[index]?.params ?? {} })),
  };
}
