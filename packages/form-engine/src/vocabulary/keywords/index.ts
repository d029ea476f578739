/**
 * The vocabulary: every keyword the evaluator asserts. Adding one is a file and a line here.
 */
import type { Keyword } from '../check.js';
import { additionalProperties } from './additional-properties.js';
import { allOf } from './all-of.js';
import { anyOf } from './any-of.js';
import { constant } from './const.js';
import { contains } from './contains.js';
import { dependentRequired } from './dependent-required.js';
import { dependentSchemas } from './dependent-schemas.js';
import { enumeration } from './enum.js';
import { format } from './format.js';
import { conditional } from './if.js';
import { items } from './items.js';
import { limits } from './limits.js';
import { multipleOf } from './multiple-of.js';
import { not } from './not.js';
import { oneOf } from './one-of.js';
import { patternProperties } from './pattern-properties.js';
import { pattern } from './pattern.js';
import { prefixItems } from './prefix-items.js';
import { properties } from './properties.js';
import { propertyNames } from './property-names.js';
import { ref } from './ref.js';
import { required } from './required.js';
import { type } from './type.js';
import { unevaluatedItems } from './unevaluated-items.js';
import { unevaluatedProperties } from './unevaluated-properties.js';
import { uniqueItems } from './unique-items.js';

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
export const UNSUPPORTED = new Set([
  '$dynamicRef',
  '$recursiveRef',
  '$recursiveAnchor',
  'dependencies',
  'additionalItems',
  'extends',
  'disallow',
  'divisibleBy',
]);

/** Keywords whose value is one schema. */
export const SCHEMA_KEYWORDS = [
  'additionalProperties',
  'propertyNames',
  'items',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
];
/** Keywords whose value is a list of schemas. */
export const SCHEMA_LIST_KEYWORDS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
/** Keywords whose value is an object of schemas. */
export const SCHEMA_MAP_KEYWORDS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];
