import type { Issue } from '@motcua/schemas';
import { isObject } from '../data/json.js';
import { draft07 } from '../draft-07.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { report } from '../vocabulary/check.js';
import type { Keyword } from '../vocabulary/keyword.js';
import { DRAFT_2020_12 } from '../vocabulary/keywords/index.js';
import { checkFunction, checkName, refusePart, refuseTaken } from './refuse-part.js';

/** JSON values by type; `any` for every one. */
interface Values {
  string: string;
  number: number;
  boolean: boolean;
  array: readonly JsonValue[];
  object: JsonObject;
  any: JsonValue;
}

/** A keyword: what a schema may demand beyond JSON Schema. Its issue is `keyword.<name>`. */
export interface KeywordDefinition<Of extends keyof Values = keyof Values, Takes extends keyof Values = keyof Values> {
  /** As a schema writes it: a letter, then letters, digits and hyphens. */
  name: string;
  /** Type of the values it speaks of; others are right, as with every keyword of JSON Schema. */
  of: Of;
  /** Type of what stands behind the keyword; a schema with another is refused. */
  takes: Takes;
  /** Is the value right? `true`, or the params of the issue. It must not throw. */
  judge(value: Values[Of], expected: Values[Takes]): true | Issue['params'];
}

/** Names that annotate: they have a meaning though nothing is checked by them. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'contentEncoding',
  'contentMediaType',
  'definitions',
]);
const TYPES: readonly (keyof Values)[] = ['string', 'number', 'boolean', 'array', 'object', 'any'];

/**
 * Checks a keyword of one's own.
 *
 * @throws {SchemaError} `vocabulary.malformed`, `vocabulary.name-taken`
 * @example
 * export const maxWords = defineKeyword({
 *   name: 'maxWords', of: 'string', takes: 'number',
 *   judge: (text, limit) => text.split(/\s+/u).length <= limit || { limit },
 * });
 */
export function defineKeyword<Of extends keyof Values, Takes extends keyof Values>(
  definition: KeywordDefinition<Of, Takes>,
): KeywordDefinition {
  const { name, of, takes } = definition;
  checkName('keyword', name, /^[A-Za-z][A-Za-z0-9-]*$/u, 'Use a letter, then letters, digits and hyphens.');
  if (!TYPES.includes(of)) refusePart('keyword', name, 'of', `Give one of ${TYPES.join(', ')}.`);
  if (!TYPES.includes(takes)) refusePart('keyword', name, 'takes', `Give one of ${TYPES.join(', ')}.`);
  checkFunction('keyword', definition, 'judge', 'Give a function from a value to true, or to the params of an issue.');
  const known = [DRAFT_2020_12, draft07].some(({ keywords }) => keywords.has(name));
  if (known || ANNOTATIONS.has(name) || /^(?:read|write)Only$/u.test(name)) refuseTaken('keyword', name);
  return Object.freeze({ ...definition }) as unknown as KeywordDefinition;
}

/** The keyword as the compiler of schemas takes it. */
export function toKeyword({ name, of, takes, judge }: KeywordDefinition): Keyword {
  return {
    name,
    compile(expected, site) {
      if (!isOf(expected, takes)) return site.malformed(`a value of the type ${takes}`);
      return (value, path, run) => {
        if (!isOf(value, of)) return true;
        const found = judge(value, expected);
        return found === true || report(run, path, `keyword.${name}`, found);
      };
    },
  };
}

function isOf(value: JsonValue, type: keyof Values): boolean {
  if (type === 'array') return Array.isArray(value);
  return type === 'any' || (type === 'object' ? isObject(value) : typeof value === type);
}
