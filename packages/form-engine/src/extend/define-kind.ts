import { FURTHER_KINDS } from '../kinds/further/index.js';
import { findKind } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import { checkFunction, checkName, refusePart, refuseTaken } from './refuse-part.js';

/** What every kind has to be able to say. */
const PARTS = ['matches', 'parse', 'format', 'isEmpty', 'summarize'] as const;
/** Kinds of places that hold other places. */
const GROUPS = new Set(['object', 'list', 'tuple', 'entries']);

/**
 * Checks a kind of field of one's own. `parse(format(value))` must give the value back: the gateway takes nothing that no control could have given.
 *
 * @throws {SchemaError} `vocabulary.malformed`, `vocabulary.name-taken`
 * @example
 * export const landPlot = defineKind({
 *   name: 'land-plot',
 *   matches: (schema) => schema.format === 'land-plot',
 *   initial: undefined,
 *   parse: (input) => (typeof input === 'string' && input.trim() !== '' ? { value: input.replaceAll(' ', '') } : { value: undefined }),
 *   format: (value) => value,
 *   isEmpty: (value) => value === undefined,
 *   summarize: (value) => String(value),
 * });
 */
export function defineKind(definition: FieldKind): FieldKind {
  const { name } = definition;
  checkName('kind', name, /^[a-z][a-z0-9-]*$/u, 'Use small letters, digits and hyphens.');
  for (const part of PARTS) checkFunction('kind', definition, part, `Give the function \`${part}\` of a field kind.`);
  if (!Object.hasOwn(definition, 'initial'))
    refusePart('kind', name, 'initial', 'Give the value to begin with, or undefined.');
  if (findKind(name, FURTHER_KINDS) !== undefined || GROUPS.has(name)) refuseTaken('kind', name);
  return Object.freeze({ ...definition });
}
