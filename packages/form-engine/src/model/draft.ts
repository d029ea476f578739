/**
 * What a draft holds, and how it comes back into a form: everything that still has a place, and a list of what has not.
 */
import { isObject, readTokens, writeTokens } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import { FormError } from '../errors.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import type { Draft } from './form.js';
import type { LiveNode, PlanIndex } from './plan-index.js';

/** A draft matched with a plan. */
export interface RestoredDraft {
  answers: [LiveNode, JsonValue][];
  inputs: Map<LiveNode, JsonValue>;
  touched: Set<LiveNode>;
  dropped: Pointer[];
}

/**
 * Matches a draft with a plan, of the same or another hash.
 *
 * @throws {FormError} `form.foreign-draft` when the draft belongs to another procedure.
 */
export function matchDraft(index: PlanIndex, draft: Draft): RestoredDraft {
  if (draft.slug !== index.plan.slug) {
    throw new FormError('form.foreign-draft', `The draft belongs to ${draft.slug}.`, {
      cure: `Open it with the plan of ${draft.slug}.`,
    });
  }
  const answers: [LiveNode, JsonValue][] = [];
  let rest: JsonValue | undefined = draft.data;
  for (const leaf of index.leaves) {
    const value = readTokens(draft.data, tokensOf(leaf.pointer));
    if (value === undefined) continue;
    answers.push([leaf, value]);
    rest = writeTokens(rest, tokensOf(leaf.pointer), undefined);
  }
  const known = (pointer: Pointer): LiveNode | undefined => {
    const node = index.byPointer.get(pointer);
    return node?.children === undefined ? node : undefined;
  };
  const inputs = new Map<LiveNode, JsonValue>();
  const dropped = listLeaves(rest ?? {}, '');
  for (const [pointer, input] of Object.entries(draft.inputs)) {
    const node = known(pointer);
    if (node === undefined) dropped.push(pointer);
    else inputs.set(node, input);
  }
  return {
    answers,
    inputs,
    touched: new Set(draft.touched.flatMap((pointer) => known(pointer) ?? [])),
    dropped: [...new Set(dropped)],
  };
}

function listLeaves(value: JsonValue, pointer: Pointer): Pointer[] {
  if (!isObject(value)) return [pointer];
  return Object.keys(value).flatMap((name) => listLeaves(value[name] as JsonValue, join(pointer, name)));
}
