/**
 * What a draft holds, and how it comes back into a form: everything that still has a place, and a list of what has not.
 */
import { isObject, ownValue } from '../data/json.js';
import { join } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import type { Answers } from './answers.js';
import type { Draft } from './form.js';
import type { LiveNode } from './live-node.js';

/**
 * Refuses a draft that belongs to another procedure.
 *
 * @throws {FormError} `form.foreign-draft`
 */
export function refuseForeignDraft(slug: string, draft: Draft): void {
  if (draft.slug !== slug)
    throw new FormError('form.foreign-draft', `The draft belongs to ${draft.slug}.`, {
      cure: `Open it with the plan of ${draft.slug}.`,
    });
}

/** Pointers of what a draft holds for which the form has no place. */
export function listDropped(answers: Answers, { data, inputs }: Draft): Pointer[] {
  const dropped = listStrangers(answers.root, data, '');
  for (const pointer of Object.keys(inputs)) if (answers.find(pointer)?.isField !== true) dropped.push(pointer);
  return [...new Set(dropped)];
}

function listStrangers(node: LiveNode | undefined, value: JsonValue | undefined, pointer: Pointer): Pointer[] {
  if (node === undefined) return listLeaves(value, pointer);
  if (node.isField || value === undefined) return [];
  if (node.shape.container === 'optional') return listStrangers(node.rows?.[0], value, pointer);
  const isList = node.shape.container === 'list' || node.shape.container === 'tuple';
  if (isList !== Array.isArray(value) || (!isList && !isObject(value))) return listLeaves(value, pointer);
  const { children = [], rows = [] } = node;
  const named = new Map(
    isList
      ? [...children, ...rows].map((below, place) => [String(place), below])
      : [...children, ...rows].map((below) => [below.name, below]),
  );
  return Object.keys(value as JsonObject).flatMap((name) =>
    listStrangers(named.get(name), ownValue(value as JsonObject, name), join(pointer, name)),
  );
}

function listLeaves(value: JsonValue | undefined, pointer: Pointer): Pointer[] {
  if (!isObject(value)) return [pointer];
  return Object.keys(value).flatMap((name) => listLeaves(value[name], join(pointer, name)));
}
