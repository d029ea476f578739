/**
 * The vocabulary: every keyword the evaluator asserts. Adding one is a file and a line here.
 */
import type { Keyword } from '../check.js';
import { allOf, anyOf, conditional, dependentSchemas, not, oneOf, ref } from './applicators.js';
import { constant, enumeration } from './enumeration.js';
import { contains, items, prefixItems, uniqueItems } from './items.js';
import { limits } from './limits.js';
import { multipleOf } from './multiple-of.js';
import { additionalProperties, dependentRequired, patternProperties, properties, propertyNames, required } from './properties.js';
import { format, pattern } from './strings.js';
import { type } from './type.js';
import { unevaluatedItems, unevaluatedProperties } from './unevaluated.js';

/** In the order in which a schema is checked: the simple before the branching, `unevaluated*` last. */
export const KEYWORDS: readonly Keyword[] = [
  type,
  enumeration,
  constant,
  ...limits,
  multipleOf,
  pattern,
  format,
  required,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  dependentRequired,
  prefixItems,
  items,
  contains,
  uniqueItems,
  ref,
  allOf,
  anyOf,
  oneOf,
  not,
  conditional,
  dependentSchemas,
  unevaluatedProperties,
  unevaluatedItems,
];

/** Keywords that assert but are not known here: a schema that has one is refused rather than half checked. */
export const UNSUPPORTED = new Set(['$dynamicRef', '$recursiveRef', '$recursiveAnchor', 'dependencies', 'additionalItems', 'extends', 'disallow', 'divisibleBy']);

/** Keywords whose value is one schema. */
export const SCHEMA_KEYWORDS = ['additionalProperties', 'propertyNames', 'items', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedProperties', 'unevaluatedItems', 'contentSchema'];
/** Keywords whose value is a list of schemas. */
export const SCHEMA_LIST_KEYWORDS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
/** Keywords whose value is an object of schemas. */
export const SCHEMA_MAP_KEYWORDS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];
