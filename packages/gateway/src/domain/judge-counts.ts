/**
 * How the second judge and the engine got on since the gateway started: what an operator watches.
 */
export interface JudgeCounts {
  /** Both said the same. */
  agreed: number;
  /** One refused what the other lets pass: each was an alarm. */
  disagreed: number;
  /** No second opinion: out of time, busy or broken. */
  none: number;
  /** Submissions whose patterns only the judge could run, and did not. */
  undecided: number;
}

export function startCounts(): JudgeCounts {
  return { agreed: 0, disagreed: 0, none: 0, undecided: 0 };
}
