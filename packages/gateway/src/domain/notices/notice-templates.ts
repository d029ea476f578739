/**
 * The names of the messages to citizens: one for each step of a dossier, and the reminder of a supplement.
 */
import type { DossierEvent } from '../../ports/dossier-store.js';
import type { Move } from '../states.js';

export const NOTICE_TEMPLATES = [
  'sent',
  'edited',
  'withdrawn',
  'received',
  'received-without-date',
  'refused',
  'ended-without-supplement',
  'processing',
  'supplement-requested',
  'supplement-requested-until',
  'supplement-warning',
  'supplemented',
  'supplemented-without-date',
  'payment-requested',
  'paid',
  'stopped',
  'resumed',
  'rescheduled',
  'completed',
  'returned',
  'changed',
] as const;

export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

const BY_MOVE: Readonly<Record<Move | 'submit', NoticeTemplate>> = {
  submit: 'sent',
  edit: 'edited',
  withdraw: 'withdrawn',
  receive: 'received',
  refuse: 'refused',
  process: 'processing',
  requestSupplement: 'supplement-requested',
  supplement: 'supplemented',
  requestPayment: 'payment-requested',
  pay: 'paid',
  stop: 'stopped',
  resume: 'resumed',
  apologise: 'rescheduled',
  complete: 'completed',
  return: 'returned',
};

const WITHOUT_DATE: Partial<Record<NoticeTemplate, NoticeTemplate>> = {
  received: 'received-without-date',
  supplemented: 'supplemented-without-date',
};

/** What there is to say beside the step. */
export interface Dates {
  /** There is a due date after it. */
  isDated: boolean;
  /** The dossier ends by itself unless a supplement comes. */
  endsByItself?: boolean;
}

export function findTemplate(
  { move, actor }: Pick<DossierEvent, 'move' | 'actor'>,
  { isDated, endsByItself = false }: Dates,
): NoticeTemplate {
  if (move === 'refuse' && actor === 'system') return 'ended-without-supplement';
  if (move === 'requestSupplement' && endsByItself) return 'supplement-requested-until';
  const template = Object.hasOwn(BY_MOVE, move ?? '') ? BY_MOVE[move as Move] : 'changed';
  return isDated ? template : (WITHOUT_DATE[template] ?? template);
}
