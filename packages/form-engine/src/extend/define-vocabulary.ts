/**
 * What a form author adds to the engine, checked once and handed to compiler, form and gateway alike.
 */
import { isObject } from '../data/json.js';
import { draft07 } from '../draft-07.js';
import type { Operator } from '../expression/expression.js';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonSchema } from '../plan/plan.js';
import type { Dialect } from '../vocabulary/keyword.js';
import { DRAFT_2020_12 } from '../vocabulary/keywords/index.js';
import { defineFormat, type FormatDefinition } from './define-format.js';
import { defineKeyword, type KeywordDefinition, toKeyword } from './define-keyword.js';
import { defineKind } from './define-kind.js';
import { defineOperator, type OperatorDefinition, toOperator } from './define-operator.js';
import { refuseTaken, type Sort } from './refuse-part.js';

/** The parts of a vocabulary; each may be left out. */
export interface VocabularyParts {
  formats?: readonly FormatDefinition[];
  keywords?: readonly KeywordDefinition[];
  operators?: readonly OperatorDefinition[];
  kinds?: readonly FieldKind[];
}

/** A schema as a dialect that has the author's keywords takes it. */
export interface Spoken {
  schema: JsonSchema;
  dialects: readonly Dialect[];
}

/** A checked vocabulary, for `compileProcedure`, `createForm`, `checkSubmission`: the same for all three. */
export interface Vocabulary {
  /** Every name in it, as `keyword maxWords`: a plan says which it needs. */
  readonly names: readonly string[];
  /** Predicates by name, for `createValidator` as well. */
  readonly formats: Readonly<Record<string, (text: string) => boolean>>;
  readonly keywords: readonly KeywordDefinition[];
  readonly operators: readonly Operator[];
  readonly kinds: readonly FieldKind[];
  /** The schema in the dialect that has these keywords. */
  speak(schema: JsonSchema): Spoken;
}

/**
 * Checks the parts and puts them together.
 *
 * @throws {SchemaError} `vocabulary.malformed`, `vocabulary.name-taken`: also for a name that stands twice.
 * @example
 * export const vocabulary = defineVocabulary({ formats: [landPlot], operators: [half] });
 */
export function defineVocabulary(parts: VocabularyParts): Vocabulary {
  const formats = (parts.formats ?? []).map(defineFormat);
  const keywords = (parts.keywords ?? []).map((one) => defineKeyword(one));
  const operators = (parts.operators ?? []).map(defineOperator);
  const kinds = (parts.kinds ?? []).map(defineKind);
  const names = [
    ...listNames('format', formats),
    ...listNames('keyword', keywords),
    ...listNames('operator', operators),
    ...listNames('kind', kinds),
  ];
  return Object.freeze({
    names,
    formats: Object.fromEntries(formats.map(({ name, test }) => [name, test])),
    keywords,
    operators: operators.map(toOperator),
    kinds,
    speak: (schema: JsonSchema) => speak(schema, keywords),
  });
}

/**
 * A schema in a dialect that has these keywords beside its own: it goes by a name that no document has, so that what is published as 2020-12
 * or draft-07 keeps its meaning everywhere else.
 */
export function speak(schema: JsonSchema, keywords: readonly KeywordDefinition[]): Spoken {
  if (keywords.length === 0 || !isObject(schema)) return { schema, dialects: [] };
  const named = schema['$schema'];
  const base = [DRAFT_2020_12, draft07].find(
    ({ uri }) => typeof named === 'string' && named.replace(/#$/u, '') === uri,
  );
  if (base === undefined && named !== undefined) return { schema, dialects: [] };
  const dialect = extend(base ?? DRAFT_2020_12, keywords);
  return { schema: { ...schema, $schema: dialect.uri }, dialects: [dialect] };
}

function extend(base: Dialect, definitions: readonly KeywordDefinition[]): Dialect {
  const own = definitions.map(toKeyword);
  return {
    ...base,
    uri: `${base.uri}?extended`,
    keywords: new Map([...base.keywords, ...own.map((keyword) => [keyword.name, keyword] as const)]),
    order: [...base.order, ...own.map(({ name }) => name)],
  };
}

function listNames(sort: Sort, definitions: readonly { name: string }[]): string[] {
  const names = definitions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuseTaken(sort, twice);
  return names.map((name) => `${sort} ${name}`);
}
