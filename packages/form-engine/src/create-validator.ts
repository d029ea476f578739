/**
 * `createValidator` with all that the engine has: draft-07 beside 2020-12, meta-schemas of one's own, and every format.
 */
import { draft07 } from './draft-07.js';
import { ALL_FORMATS } from './formats.js';
import { type Inspection, inspect } from './inspect.js';
import type { JsonSchema, JsonValue, Pointer } from './plan/plan.js';
import {
  createValidator as createBareValidator,
  type Validator,
  type ValidatorOptions,
} from './vocabulary/create-validator.js';
import { defineKeyword, type KeywordDefinition } from './extend/define-keyword.js';
import { speak } from './extend/define-vocabulary.js';
import { readVocabularies } from './vocabulary/read-vocabularies.js';

/** A compiled schema that also tells what it says of each place. */
export type CompleteValidator<Valid extends boolean | undefined = boolean> = Validator<Valid> & {
  /** What the schema says of every place in the data, and of every property that is declared or required beside it. */
  inspect(data: JsonValue): ReadonlyMap<Pointer, Inspection>;
};

/** What it may be told beside. */
export interface CompleteOptions extends ValidatorOptions {
  /** Keywords of one's own, of `defineKeyword`: known in the schema itself, whether of draft 2020-12 or of draft-07. */
  keywords?: readonly KeywordDefinition[];
}

/**
 * Compiles a schema of draft 2020-12, or of draft-07 when its `$schema` says so.
 *
 * @throws {SchemaError} with code, pointer and cure, when the schema cannot be checked rightly.
 * @example
 * const validate = createValidator({ type: 'object', required: ['name'] });
 * validate({}).issues[0]; // { code: 'keyword.required', pointer: '/name', … }
 */
export function createValidator(
  schema: JsonSchema,
  options: CompleteOptions & { patterns: 'defer' },
): CompleteValidator<boolean | undefined>;
export function createValidator(schema: JsonSchema, options?: CompleteOptions): CompleteValidator;
export function createValidator(
  schema: JsonSchema,
  { keywords = [], ...options }: CompleteOptions = {},
): CompleteValidator<boolean | undefined> {
  const spoken = speak(
    schema,
    keywords.map((one) => defineKeyword(one)),
  );
  const validate: Validator<boolean | undefined> = createBareValidator(spoken.schema, {
    ...options,
    formats: { ...ALL_FORMATS, ...options.formats },
    dialects: [draft07, ...spoken.dialects, ...(options.dialects ?? []), readVocabularies],
  });
  return Object.assign(validate, { inspect: (data: JsonValue) => inspect(validate, data) });
}
