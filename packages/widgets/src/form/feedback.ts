/** When issues are shown: on step change (default), on leaving a field, on each change. */
export type FeedbackPolicy = 'step' | 'blur' | 'change';

/** Reads the attribute `validate-on`; anything else is the default. */
export function feedbackPolicy(value: string | null | undefined): FeedbackPolicy {
  return value === 'blur' || value === 'change' ? value : 'step';
}
