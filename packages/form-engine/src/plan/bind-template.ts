/**
 * A place in the rows of a list, from its template and from the row that is meant.
 */
import { join, tokensOf } from '../data/pointer.js';
import type { Pointer } from './plan.js';

/** The template with each `*` as it is in a place beside it: the same rows. */
export function bindTemplate(template: Pointer, beside: Pointer): Pointer {
  if (!template.includes('/*')) return template;
  const here = tokensOf(beside);
  return tokensOf(template).reduce<Pointer>(
    (place, token, index) => join(place, token === '*' ? (here[index] ?? token) : token),
    '',
  );
}
