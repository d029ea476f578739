/**
 * What a list or map says of itself, in one piece.
 */
import type { Issue } from '@motcua/schemas';
import { isEqual } from '../data/json.js';
import { type FeedbackPolicy, shouldShowIssues } from '../validation/feedback-policy.js';
import { limitRows } from '../validation/judge-list.js';
import type { Answers } from './answers.js';
import type { Entry } from './entry.js';
import type { ListState, RowKey } from './form.js';
import type { LiveNode } from './live-node.js';
import type { PlanIndex } from './plan-index.js';

/** What is known of a list beside its rows. */
export interface ListFacts {
  readOnly: boolean;
  /** It is as it was filed, because nobody asks for it. */
  isHeld: boolean;
  enabled: boolean;
  policy: FeedbackPolicy;
  entry: Entry;
  issues: readonly Issue[];
}

/** Describes a list as things stand. */
export function describeList(list: LiveNode, answers: Answers, index: PlanIndex, facts: ListFacts): ListState {
  const { readOnly, isHeld, enabled, policy, entry, issues } = facts;
  const rows = list.rows ?? [];
  const keys = rows.map(({ key }) => key as RowKey);
  const { least, most } = limitRows(list, answers, index);
  const visible = answers.applies(list);
  const dirty = !isEqual(keys, list.first);
  const { touched, validated } = entry;
  const refused = entry.sticky.some(({ source }) => source === 'server');
  const mayChange = visible && enabled && !readOnly;
  return {
    keys,
    ...(list.shape.container === 'entries' ? { names: rows.map(({ name }) => name) } : {}),
    ...(least > 0 ? { minItems: least } : {}),
    ...(most < Infinity ? { maxItems: most } : {}),
    canAppend: mayChange && rows.length < most,
    canRemove: mayChange && rows.length > 0,
    visible,
    enabled,
    required: answers.isRequired(list),
    readOnly,
    ...(isHeld ? { readOnlyReason: 'not-asked' as const } : {}),
    touched,
    dirty,
    issues,
    showIssues: shouldShowIssues(policy, { touched, dirty, validated, refused }),
  };
}
