/** Turns what was typed into a move, or says what is missing. */
import type { Attachment, OfficerMove, SupplementItem } from '@motcua/schemas';
import type { DecisionDraft } from '../state/decision-drafts.js';
import type { DecisionField, DecisionMove } from './decisions.js';

/** Of a draft's item: a required document that has no place in the answers. */
export const DOCUMENT = 'document:';

export type MoveFault = { field: DecisionField; /** Key of the item without a reason. */ item?: string };

export interface WrittenMove {
  /** Absent while something is missing. */
  move?: OfficerMove;
  faults: readonly MoveFault[];
}

export function writeMove(move: DecisionMove, draft: DecisionDraft, results: readonly Attachment[]): WrittenMove {
  const faults = findFaults(move, draft, results);
  return faults.length > 0 ? { faults } : { faults, move: compose(move, draft, results) };
}

function findFaults(
  move: DecisionMove,
  { reason, items, dueOn }: DecisionDraft,
  results: readonly Attachment[],
): MoveFault[] {
  const faults: MoveFault[] = [];
  if ((move === 'refuse' || move === 'stop' || move === 'apologise') && isBlank(reason))
    faults.push({ field: 'reason' });
  if (move === 'apologise' && dueOn === '') faults.push({ field: 'dueOn' });
  if (move === 'complete' && results.length === 0) faults.push({ field: 'results' });
  if (move === 'requestSupplement') {
    const bare = Object.keys(items).filter((key) => isBlank(items[key] ?? ''));
    if (Object.keys(items).length === 0) faults.push({ field: 'items' });
    faults.push(...bare.map((item) => ({ field: 'items' as const, item })));
  }
  return faults;
}

function compose(move: DecisionMove, draft: DecisionDraft, results: readonly Attachment[]): OfficerMove {
  const note = isBlank(draft.note) ? {} : { note: tidy(draft.note) };
  switch (move) {
    case 'receive':
      return { move, channel: draft.channel };
    case 'refuse':
    case 'stop':
      return { move, reason: tidy(draft.reason) };
    case 'apologise':
      return { move, reason: tidy(draft.reason), dueOn: draft.dueOn };
    case 'requestSupplement':
      return { move, items: listItems(draft.items), ...note };
    case 'complete':
      return { move, results: [...results] as [Attachment, ...Attachment[]], ...note };
    default:
      return { move, ...note };
  }
}

function listItems(items: DecisionDraft['items']): [SupplementItem, ...SupplementItem[]] {
  return Object.entries(items).map(([key, reason]) =>
    key.startsWith(DOCUMENT)
      ? { document: key.slice(DOCUMENT.length), reason: tidy(reason) }
      : { pointer: key, reason: tidy(reason) },
  ) as [SupplementItem, ...SupplementItem[]];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function tidy(text: string): string {
  return text.trim().normalize('NFC');
}
