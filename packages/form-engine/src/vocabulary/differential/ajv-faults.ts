/**
 * The errors of ajv as codes and pointers of ours, for schemas in which every error is a fault of its own: without branches, of which any may be meant.
 */
import type { ErrorObject } from 'ajv';
import { join } from '../../data/pointer.js';
import { FORMATS } from './pools.js';
import type { SchemaTraits } from './traits.js';

/** Under these it depends on more than the faulty keyword what is reported, and where. */
const NOT_COMPARED = [
  'anyOf',
  'oneOf',
  'not',
  'if',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'dependencies',
  'uniqueItems',
  '$dynamicRef',
];

/** Does ajv report for such a schema exactly what the evaluator does? */
export function tellsEveryFault({ words, objects }: SchemaTraits): boolean {
  // With `false` for the rest of a list, ajv points at the list and the evaluator at each item.
  const closesLists = objects.some(({ items, additionalItems }) => items === false || additionalItems === false);
  return !closesLists && !NOT_COMPARED.some((keyword) => words.has(keyword));
}

/** Code and pointer of each error, each once, in one order. */
export function faultsOf(errors: readonly ErrorObject[]): string[] {
  return [...new Set(errors.map(faultOf))].sort();
}

function faultOf({ keyword, instancePath, params }: ErrorObject): string {
  const { format, missingProperty, additionalProperty } = params as Record<string, string | undefined>;
  if (keyword === 'format' && format !== undefined && Object.hasOwn(FORMATS, format))
    return `format.${format} ${instancePath}`;
  if (keyword === 'false schema') return `keyword.false ${instancePath}`;
  if (missingProperty !== undefined) return `keyword.${keyword} ${join(instancePath, missingProperty)}`;
  if (additionalProperty !== undefined) return `keyword.${keyword} ${join(instancePath, additionalProperty)}`;
  return `keyword.${keyword} ${instancePath}`;
}
