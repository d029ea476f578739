/**
 * The keywords of draft 2020-12 by vocabulary, each in the order in which they are checked. Adding one is a file and a line here.
 */
import { defineDialect, defineRefused, type Dialect, type Keyword } from '../keyword.js';
import { additionalProperties } from './additional-properties.js';
import { allOf } from './all-of.js';
import { anyOf } from './any-of.js';
import { constant } from './const.js';
import { contains } from './contains.js';
import { dependentRequired } from './dependent-required.js';
import { dependentSchemas } from './dependent-schemas.js';
import { dynamicRef } from './dynamic-ref.js';
import { enumeration } from './enum.js';
import { exclusiveMaximum } from './exclusive-maximum.js';
import { exclusiveMinimum } from './exclusive-minimum.js';
import { format } from './format.js';
import { conditional } from './if.js';
import { items } from './items.js';
import { maxItems } from './max-items.js';
import { maxLength } from './max-length.js';
import { maxProperties } from './max-properties.js';
import { maximum } from './maximum.js';
import { minItems } from './min-items.js';
import { minLength } from './min-length.js';
import { minProperties } from './min-properties.js';
import { minimum } from './minimum.js';
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

/** What asserts of a value by itself. */
export const VALIDATION: readonly Keyword[] = [
  type,
  enumeration,
  constant,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minLength,
  maxLength,
  minItems,
  maxItems,
  minProperties,
  maxProperties,
  multipleOf,
  pattern,
  required,
  dependentRequired,
  uniqueItems,
  { name: 'minContains', takes: 'number' },
  { name: 'maxContains', takes: 'number' },
];

/** What no schema is without. */
export const CORE: readonly Keyword[] = [ref, dynamicRef, { name: '$defs', holds: 'map' }];

/** What applies schemas. */
export const APPLICATOR: readonly Keyword[] = [
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  prefixItems,
  items,
  contains,
  allOf,
  anyOf,
  oneOf,
  not,
  conditional,
  dependentSchemas,
];

/** What looks at the rest; checked last. */
export const UNEVALUATED: readonly Keyword[] = [unevaluatedProperties, unevaluatedItems];

export { format };

/** All that assert, in the order in which a schema is checked. */
export const KEYWORDS: readonly Keyword[] = [...VALIDATION, format, ...CORE, ...APPLICATOR, ...UNEVALUATED];

/** What `if` reads, what only annotates and yet may be referred into, and what belongs to other drafts. */
export const ATTENDANTS: readonly Keyword[] = [
  ...['then', 'else', 'contentSchema'].map((name): Keyword => ({ name, holds: 'one' })),
  defineRefused('dependencies', 'dependentRequired or dependentSchemas'),
  defineRefused('additionalItems', 'prefixItems and items'),
];

/** Draft 2020-12 as it is published, except that formats are asserted unless the options say otherwise. */
export const DRAFT_2020_12: Dialect = defineDialect('https://json-schema.org/draft/2020-12/schema', [
  ...KEYWORDS,
  ...ATTENDANTS,
]);
