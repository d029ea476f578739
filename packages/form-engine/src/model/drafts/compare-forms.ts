/**
 * What a form says of a migrated draft that the old form did not say of the draft: new demands, and values that are no longer right.
 */
import type { Issue } from '@motcua/schemas';
import { readAt } from '../../data/json.js';
import { isWithin, join, tokensOf } from '../../data/pointer.js';
import { createNodeFinder } from '../../plan/find-node.js';
import type { JsonObject, Plan, Pointer } from '../../plan/plan.js';
import { createForm } from '../create-form.js';
import type { Draft, FormOptions } from '../form.js';
import type { AnswerAgain, MigratedAnswer } from './report.js';

/** What the comparison rests on. */
export interface Comparison {
  plan: Plan;
  draft: Draft;
  /** The plan under which the draft was made, and the draft as it was. */
  before: { plan: Plan; draft: Draft } | undefined;
  /** How forms are opened. */
  surroundings: Omit<FormOptions, 'draft'>;
  migrated: readonly MigratedAnswer[];
  /** What is listed already. */
  again: readonly AnswerAgain[];
}

/** Everything to be answered again that is not listed already, in the order of the page. */
export function listNewDemands(comparison: Comparison): AnswerAgain[] {
  const { plan, draft, before, migrated, again } = comparison;
  const known = new Set(before === undefined ? [] : listErrors(before.plan, before.draft, comparison).map(keyOf));
  const find = createNodeFinder(plan);
  const ownerOf = (pointer: Pointer): Pointer => {
    const tokens = tokensOf(pointer);
    return tokens.slice(0, find(tokens)?.depth).reduce<Pointer>(join, '');
  };
  const demands = new Map<Pointer, AnswerAgain>();
  for (const issue of listErrors(plan, draft, comparison)) {
    if (again.some(({ pointer }) => isWithin(issue.pointer, pointer)) || issue.code.startsWith('kind.')) continue;
    const origin = migrated.find(({ pointer }) => isWithin(issue.pointer, pointer));
    const places = [issue.pointer, ...(origin?.from ?? [])];
    if (places.some((pointer) => known.has(keyOf({ ...issue, pointer })))) continue;
    const owner = ownerOf(issue.pointer);
    if (!demands.has(owner))
      demands.set(owner, demandOf({ ...issue, pointer: owner }, draft.data, before !== undefined, origin));
  }
  return [...demands.values()];
}

function demandOf(
  issue: Issue,
  data: JsonObject,
  isOldKnown: boolean,
  origin: MigratedAnswer | undefined,
): AnswerAgain {
  const { pointer, code } = issue;
  const was = readAt(data, pointer);
  if (was === undefined)
    return { pointer, from: [], code: isOldKnown ? 'draft.new-required' : 'draft.required', params: {} };
  return { pointer, from: origin?.from ?? [pointer], code: 'draft.value-refused', params: { code }, was };
}

function listErrors(plan: Plan, draft: Draft, { surroundings }: Comparison): readonly Issue[] {
  const form = createForm(plan, { ...surroundings, draft });
  const issues = form.issues.get().filter(({ severity }) => severity === 'error');
  form.dispose();
  return issues;
}

function keyOf({ code, pointer }: { code: string; pointer: Pointer }): string {
  return `${code} ${pointer}`;
}
