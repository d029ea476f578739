/**
 * The ten official states of a dossier and the moves between them, as data.
 * Numbers and labels are those of synchronisation with the national portal.
 */
import type { DossierCompletion, DossierState } from '@motcua/schemas';
import type { Actor } from '../ports/dossier-store.js';

export type StateName = Exclude<DossierState['name'], 'unknown'>;
export type Move =
  | 'withdraw'
  | 'receive'
  | 'refuse'
  | 'process'
  | 'requestSupplement'
  | 'supplement'
  | 'requestPayment'
  | 'pay'
  | 'stop'
  | 'resume'
  | 'complete'
  | 'return';

interface StateRow {
  /** Number in the national list. */
  national: number;
  /** Exact label of the national list. */
  label: string;
  stage: DossierCompletion['completion']['stage'];
  /** Steps of the usual way that are done, of USUAL_WAY. */
  done: number;
}

/** The way of a dossier that meets no trouble. */
export const USUAL_WAY = [
  'submitted',
  'received',
  'processing',
  'completed',
  'returned',
] as const satisfies readonly StateName[];

export const STATES: Readonly<Record<StateName, StateRow>> = {
  submitted: { national: 1, label: 'Mới đăng ký', stage: 'sent', done: 1 },
  received: { national: 2, label: 'Được tiếp nhận', stage: 'in-progress', done: 2 },
  refused: { national: 3, label: 'Không được tiếp nhận', stage: 'ended', done: 5 },
  processing: { national: 4, label: 'Đang xử lý', stage: 'in-progress', done: 3 },
  supplementRequested: { national: 5, label: 'Yêu cầu bổ sung giấy tờ', stage: 'in-progress', done: 3 },
  paymentRequested: { national: 6, label: 'Yêu cầu thực hiện nghĩa vụ tài chính', stage: 'in-progress', done: 3 },
  withdrawalRequested: { national: 7, label: 'Công dân yêu cầu rút hồ sơ', stage: 'ended', done: 5 },
  stopped: { national: 8, label: 'Dừng xử lý', stage: 'in-progress', done: 3 },
  completed: { national: 9, label: 'Đã xử lý xong', stage: 'finished', done: 4 },
  returned: { national: 10, label: 'Đã trả kết quả', stage: 'finished', done: 5 },
};

interface Transition {
  move: Move;
  from: StateName;
  /** `previous`: the state before the one that is left. */
  to: StateName | 'previous';
  actor: Actor;
}

/** Every move that may be made; what is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  { move: 'withdraw', from: 'submitted', to: 'withdrawalRequested', actor: 'applicant' },
  { move: 'receive', from: 'submitted', to: 'received', actor: 'desk' },
  { move: 'refuse', from: 'submitted', to: 'refused', actor: 'desk' },
  { move: 'requestSupplement', from: 'submitted', to: 'supplementRequested', actor: 'desk' },
  { move: 'requestSupplement', from: 'processing', to: 'supplementRequested', actor: 'officer' },
  { move: 'supplement', from: 'supplementRequested', to: 'previous', actor: 'applicant' },
  { move: 'process', from: 'received', to: 'processing', actor: 'desk' },
  { move: 'requestPayment', from: 'processing', to: 'paymentRequested', actor: 'officer' },
  { move: 'pay', from: 'paymentRequested', to: 'processing', actor: 'system' },
  { move: 'stop', from: 'processing', to: 'stopped', actor: 'officer' },
  { move: 'resume', from: 'stopped', to: 'processing', actor: 'officer' },
  { move: 'complete', from: 'received', to: 'completed', actor: 'officer' },
  { move: 'complete', from: 'processing', to: 'completed', actor: 'officer' },
  { move: 'return', from: 'completed', to: 'returned', actor: 'desk' },
];

/** The transition for a move in a state, or nothing when it is not allowed. */
export function findTransition(from: StateName, move: Move): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.from === from && transition.move === move);
}

/** What anyone may learn of a state. */
export function readCompletion(state: StateName): DossierCompletion['completion'] {
  return { stage: STATES[state].stage, done: STATES[state].done, total: USUAL_WAY.length };
}

/** States that usually lie ahead, in order; none once the dossier has ended. */
export function listExpectedStates(state: StateName): StateName[] {
  if (STATES[state].stage === 'ended') return [];
  return USUAL_WAY.slice(STATES[state].done);
}
