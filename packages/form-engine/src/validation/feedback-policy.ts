/**
 * When a field says what is wrong with it. The one place that decides.
 *
 * | since the field was last answered anew | `step` (default) | `blur` | `change` |
 * |---|---|---|---|
 * | nothing was done | – | – | – |
 * | touched and left as it was | – | – | – |
 * | typed into | – | – | shows |
 * | typed into and left | – | shows | shows |
 * | within the scope of a validation, then whatever is typed | shows | shows | shows |
 * | a server or a register spoke of it | shows | shows | shows |
 * | its row was added after the validation | as if nothing was done | | |
 *
 * Warnings follow errors: they show when errors would, and block nothing.
 */

/** When issues show: on step change (default), on leaving a field, on each change. */
export type FeedbackPolicy = 'step' | 'blur' | 'change';

/** What the decision rests on. */
export interface FeedbackFacts {
  /** The field was left. */
  touched: boolean;
  /** The answer or its input is another than the form began with. */
  dirty: boolean;
  /** The field was in the scope of a validation. A row that came later was not. */
  validated: boolean;
  /** A server or a register said something of it. */
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
