/**
 * What a keyword is, and what a draft of JSON Schema is made of.
 */
import type { SchemaErrorCode } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { Check, Part, Truth } from './check.js';

/** One keyword of JSON Schema: plain data and one function. */
export interface Keyword {
  name: string;
  /** Its value is a schema or a list of schemas (`one`), or an object of schemas (`map`). */
  holds?: 'one' | 'map';
  /** What its value must be, where that is so simple; no other value reaches `compile`. */
  takes?: 'string' | 'number' | 'boolean';
  /** Closes over the keyword's value. Undefined, or no such function: nothing to check here. */
  compile?(expected: JsonValue, site: SchemaSite): Check | undefined;
}

/** A draft of JSON Schema, or what a vocabulary makes of one. */
export interface Dialect {
  /** Its name in `$schema`, without a fragment. */
  uri: string;
  keywords: ReadonlyMap<string, Keyword>;
  /** Their names in the order in which they are checked. */
  order: readonly string[];
  /** As before 2019: what stands beside `$ref` is passed over, and a fragment in `$id` is an anchor. */
  refAlone?: boolean;
  /** Set when it cannot be run: what is missing. */
  missing?: string;
  /** Set where a schema chose it by `$schema`: the place of that schema. */
  pointer?: Pointer;
}

/** Finds the dialect that a `$schema` names among documents that were given; undefined: not concerned. */
export type DialectReader = (
  uri: string,
  documents: Readonly<Record<string, JsonSchema>>,
  choose: (uri: string) => Dialect,
) => Dialect | undefined;

/** A dialect of these keywords, in the order in which they are checked. */
export function defineDialect(uri: string, keywords: readonly Keyword[]): Dialect {
  const order = keywords.map(({ name }) => name);
  return { uri, keywords: new Map(keywords.map((keyword) => [keyword.name, keyword])), order };
}

/** A keyword of another draft: a schema that has it is refused rather than half checked. */
export function defineRefused(name: string, instead: string): Keyword {
  return {
    name,
    compile: (_expected, site) => site.fail('schema.unsupported', 'Of another draft.', `Use ${instead}.`),
  };
}

/** A pattern, ready to be asked. */
export interface PatternTest {
  /** How much work it has been so far. */
  readonly steps: number;
  /** Undefined: the pattern is deferred. */
  test(text: string): Truth;
}

/** Where keywords stand while their schema is compiled, and what they may ask of the compiler. */
export interface SchemaSite {
  /** The schema object that holds the keyword. */
  schema: JsonObject;
  /** Place of that object in its document. */
  pointer: Pointer;
  /** The keyword that is compiled now. */
  keyword: string;
  /** Does the draft have a keyword of that name? */
  knows(name: string): boolean;
  /** A schema that is applied to the same value. */
  here(schema: JsonValue, ...tokens: readonly string[]): Part;
  /** A schema that is applied to something inside the value. */
  inside(schema: JsonValue, ...tokens: readonly string[]): Part;
  /** The target of a reference; a dynamic one leads to the outermost anchor of its name. */
  reference(ref: string, isDynamic: boolean): Part;
  /** What the caller of the compiler chose. */
  settings: {
    /** Does `format` assert, or only annotate? */
    assertsFormats: boolean;
    /** The predicates of the formats that are known. */
    formats: Readonly<Record<string, (text: string) => boolean>>;
  };
  /** The test that a pattern is. */
  pattern(source: string): PatternTest;
  /** Ends the compilation: the value of the keyword is not what it must be. */
  malformed(expected: string): never;
  /** Ends the compilation with a typed error at the keyword. */
  fail(code: SchemaErrorCode, message: string, cure: string): never;
}

/** The keyword's value as schemas by name or index; `isRight` says which of the two it must be. A list has at least one. */
export function partsOf(
  expected: JsonValue,
  site: SchemaSite,
  enter: 'here' | 'inside',
  isRight: (value: JsonValue) => boolean,
): [key: string, part: Part][] {
  if (!isRight(expected) || (expected as JsonValue[]).length === 0) return site.malformed('schemas');
  return Object.entries(expected as JsonObject).map(([key, schema]) => [key, site[enter](schema, site.keyword, key)]);
}
