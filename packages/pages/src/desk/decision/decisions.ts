/** What each move asks of the officer, as data: its fields, whether a letter goes out with it, how its button looks. */
export type DecisionField = 'channel' | 'reason' | 'items' | 'dueOn' | 'results' | 'note';

export interface Decision {
  move: DecisionMove;
  fields: readonly DecisionField[];
  /** A letter leaves the house with it. */
  hasLetter: boolean;
  look: 'primary' | 'secondary' | 'quiet';
  /** Single key that opens it. */
  key: string;
}

/** In the order of the buttons: what usually comes next first, refusals last and quiet. */
export const DECISIONS = [
  { move: 'receive', fields: ['channel'], hasLetter: true, look: 'primary', key: 'a' },
  { move: 'process', fields: ['note'], hasLetter: false, look: 'primary', key: 'f' },
  { move: 'complete', fields: ['results', 'note'], hasLetter: true, look: 'primary', key: 'c' },
  { move: 'return', fields: ['note'], hasLetter: true, look: 'primary', key: 't' },
  { move: 'resume', fields: ['note'], hasLetter: false, look: 'primary', key: 'g' },
  { move: 'requestSupplement', fields: ['items', 'note'], hasLetter: true, look: 'secondary', key: 's' },
  { move: 'apologise', fields: ['reason', 'dueOn'], hasLetter: true, look: 'secondary', key: 'l' },
  { move: 'stop', fields: ['reason'], hasLetter: false, look: 'quiet', key: 'd' },
  { move: 'refuse', fields: ['reason'], hasLetter: true, look: 'quiet', key: 'u' },
] as const satisfies readonly (Omit<Decision, 'move'> & { move: string })[];

export type DecisionMove = (typeof DECISIONS)[number]['move'];

export function findDecision(move: string): Decision | undefined {
  return DECISIONS.find((decision) => decision.move === move);
}

/**
 * Those of the moves that the gateway offers which this page can make; the first one's button alone is filled, and none while a decision is open.
 */
export function listDecisions(moves: readonly string[], isOpen: boolean): readonly Decision[] {
  return DECISIONS.filter(({ move }) => moves.includes(move)).map((decision: Decision, index) =>
    decision.look === 'primary' && (isOpen || index > 0) ? { ...decision, look: 'secondary' } : decision,
  );
}
