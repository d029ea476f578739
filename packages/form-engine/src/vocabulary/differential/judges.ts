/**
 * Where each outside judge is known to be wrong, so that it is asked only where it is right. Each row was met by these very cases:
 * without it two judges contradict one another, and the specification decides between them.
 */
import type { JudgeName } from './open-judges.js';
import { isObject } from '../../data/json.js';
import { type DataTraits, PROTOTYPE_NAMES, type SchemaTraits } from './traits.js';

/** One known limit of a judge. */
export interface Limit {
  judge: JudgeName;
  /** What it gets wrong. */
  because: string;
  /** Schemas that the limit concerns. */
  schema: (traits: SchemaTraits) => boolean;
  /** Values that it concerns; without this: all of them. */
  data?: (traits: DataTraits, schema: SchemaTraits) => boolean;
}

/** Keywords that look at the same value by another schema. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependentSchemas', '$ref'];

/** Keywords that draft-07 does not have. */
const LATER = [
  'dependentRequired',
  'dependentSchemas',
  'prefixItems',
  'minContains',
  'maxContains',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
];

/** The table. */
export const LIMITS: readonly Limit[] = [
  {
    judge: 'ajv',
    because: 'a `$dynamicRef` finds no anchor of another document, or never ends',
    schema: has('$dynamicRef'),
  },
  {
    judge: 'ajv',
    because: 'a fraction is divided, not compared: 1.2 is no multiple of 0.1',
    schema: ({ objects }) => divisorsOf(objects).length > 0,
  },
  {
    judge: 'ajv',
    because:
      'two objects are compared by calling their own `toString` and `constructor`; the name "" is not looked for',
    schema: hasOddName,
  },
  {
    judge: 'ajv',
    because: 'two objects are compared by calling their own `toString` and `constructor`',
    schema: () => true,
    data: hasOddName,
  },
  {
    judge: 'ajv',
    because: '`contains` keeps the verdict of an earlier item or keyword when it meets an empty list',
    schema: has('contains'),
    data: ({ lists }) => lists.some((list) => list.length === 0),
  },
  {
    judge: 'ajv',
    because: '`unevaluatedItems` does not know what `contains` has seen, nor what schemas applied in place have',
    schema: ({ words }) =>
      words.has('unevaluatedItems') && ['contains', ...IN_PLACE].some((keyword) => words.has(keyword)),
  },
  {
    judge: 'ajv',
    because: 'the code for `patternProperties` beside branches breaks down where none has named a property',
    schema: ({ words }) => words.has('patternProperties') && IN_PLACE.some((keyword) => words.has(keyword)),
  },
  {
    judge: 'ajv',
    because:
      '`unevaluatedProperties` does not see into, or breaks down over, schemas applied in place beside or around it',
    schema: ({ words }) => words.has('unevaluatedProperties') && IN_PLACE.some((keyword) => words.has(keyword)),
  },
  {
    judge: 'ajv',
    because: 'an `email` needs a domain with a dot',
    schema: has('email'),
    data: ({ words }) => [...words].some((word) => /@[^.]*$/u.test(word)),
  },
  {
    judge: 'ajv',
    because: 'an anchor inside `prefixItems` is not found',
    schema: ({ objects }) =>
      objects.some(
        ({ prefixItems }) =>
          Array.isArray(prefixItems) && prefixItems.some((item) => isObject(item) && '$anchor' in item),
      ),
  },
  {
    judge: 'ajv',
    because: 'a `$ref` of draft-07 does not hide what stands beside it',
    schema: hidesSiblings,
  },
  {
    judge: 'typebox',
    because: 'a `$ref` of draft-07 does not hide what stands beside it',
    schema: hidesSiblings,
  },
  {
    judge: 'typebox',
    because: 'it knows no drafts: a keyword of a later one speaks in draft-07 too',
    schema: ({ draft, words }) => draft === 'draft-07' && LATER.some((keyword) => words.has(keyword)),
  },
  {
    judge: 'typebox',
    because: 'the names of `Object.prototype` count as present',
    schema: hasOddName,
  },
  {
    judge: 'typebox',
    because: 'a property `__proto__` of the value counts as its prototype',
    schema: () => true,
    data: ({ words }) => words.has('__proto__'),
  },
  {
    judge: 'typebox',
    because: '`unevaluatedProperties` also concerns lists, `unevaluatedItems` does not know what `contains` has seen',
    schema: (traits) => traits.words.has('unevaluatedProperties') || traits.words.has('unevaluatedItems'),
  },
  {
    judge: 'typebox',
    because: 'references do not resolve by the `$id` of an inner document',
    schema: ({ objects }) => objects.some(({ $id }) => typeof $id === 'string'),
  },
  {
    judge: 'ajv',
    because: '`uniqueItems` only compares items of the type that `items` asks for, those of `prefixItems` too',
    schema: ({ words }) => words.has('uniqueItems') && words.has('prefixItems'),
  },
  {
    judge: 'hyperjump',
    because: 'the rest of a negative number is only compared with 0 and the divisor: -3.1 is no multiple of 0.1',
    schema: ({ objects }) => divisorsOf(objects).length > 0,
    data: ({ numbers }, { objects }) =>
      divisorsOf(objects).some((divisor) =>
        numbers.some((number) => number < 0 && (number % divisor) + divisor < 1e-6),
      ),
  },
  {
    judge: 'hyperjump',
    because: 'a leap second is no time',
    schema: has('format'),
    data: ({ words }) => [...words].some((word) => word.includes(':60')),
  },
];

/** Does no known limit of the judge concern the document? Where one concerns some values only, `data` is asked too. */
export function isInField(judge: JudgeName, schema: SchemaTraits, data?: DataTraits): boolean {
  return LIMITS.every(
    (limit) =>
      limit.judge !== judge ||
      !limit.schema(schema) ||
      (limit.data !== undefined && (data === undefined || !limit.data(data, schema))),
  );
}

function has(word: string): (traits: SchemaTraits) => boolean {
  return ({ words }) => words.has(word);
}

function hasOddName({ words }: { words: ReadonlySet<string> }): boolean {
  return PROTOTYPE_NAMES.some((name) => words.has(name));
}

/** The divisors that binary fractions do not hold exactly. */
function divisorsOf(objects: SchemaTraits['objects']): number[] {
  return objects.flatMap(({ multipleOf }) =>
    typeof multipleOf === 'number' && multipleOf % 0.5 !== 0 ? [multipleOf] : [],
  );
}

function hidesSiblings({ draft, objects }: SchemaTraits): boolean {
  return (
    draft === 'draft-07' && objects.some((object) => Object.hasOwn(object, '$ref') && Object.keys(object).length > 1)
  );
}
