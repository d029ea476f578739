/**
 * When a field says what is wrong with it. The one place that decides.
 */

/** When issues show: on step change (default), on leaving a field, on each change. */
export type FeedbackPolicy = 'step' | 'blur' | 'change';

/** What the decision rests on. */
export interface FeedbackFacts {
  /** The field was left. */
  touched: boolean;
  /** The answer or its input was changed in this session. */
  dirty: boolean;
  /** The field was in the scope of a validation since it was last empty of answers. */
  validated: boolean;
  /** A server said something of it. */
  refused: boolean;
}

/** Is it time to show the issues of a field? After a validation they follow each key, so that a mended fault goes at once. */
export function shouldShowIssues(
  policy: FeedbackPolicy,
  { touched, dirty, validated, refused }: FeedbackFacts,
): boolean {
  if (validated || refused) return true;
  if (policy === 'blur') return touched && dirty;
  return policy === 'change' && dirty;
}
