/**
 * The ten official states of a dossier and the moves between them, as data.
 * Numbers and labels are those of synchronisation with the national portal.
 */
import type { DossierCompletion, DossierState } from '@motcua/schemas';
import type { Actor } from '../ports/dossier-store.js';
import { USUAL_LIFECYCLE, type Lifecycle } from './lifecycle.js';

export type StateName = Exclude<DossierState['name'], 'unknown'>;
export type Move =
  | 'withdraw'
  | 'edit'
  | 'receive'
  | 'refuse'
  | 'process'
  | 'requestSupplement'
  | 'supplement'
  | 'requestPayment'
  | 'pay'
  | 'stop'
  | 'resume'
  | 'apologise'
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

export interface Transition {
  move: Move;
  from: StateName;
  /** `previous`: the state before the one that is left. `same`: a step without a change of state. */
  to: StateName | 'previous' | 'same';
  actor: Actor;
}

/** Every move of the general way; what is neither here nor added by the procedure is refused. */
export const TRANSITIONS: readonly Transition[] = [
  { move: 'withdraw', from: 'submitted', to: 'withdrawalRequested', actor: 'applicant' },
  { move: 'edit', from: 'submitted', to: 'same', actor: 'applicant' },
  { move: 'receive', from: 'submitted', to: 'received', actor: 'desk' },
  { move: 'refuse', from: 'submitted', to: 'refused', actor: 'desk' },
  { move: 'requestSupplement', from: 'submitted', to: 'supplementRequested', actor: 'desk' },
  { move: 'requestSupplement', from: 'received', to: 'supplementRequested', actor: 'desk' },
  { move: 'requestSupplement', from: 'processing', to: 'supplementRequested', actor: 'officer' },
  { move: 'supplement', from: 'supplementRequested', to: 'previous', actor: 'applicant' },
  // The supplement did not come in time, and the operator lets the dossier end by that.
  { move: 'refuse', from: 'supplementRequested', to: 'refused', actor: 'system' },
  { move: 'process', from: 'received', to: 'processing', actor: 'desk' },
  { move: 'requestPayment', from: 'processing', to: 'paymentRequested', actor: 'officer' },
  { move: 'pay', from: 'paymentRequested', to: 'processing', actor: 'system' },
  { move: 'stop', from: 'processing', to: 'stopped', actor: 'officer' },
  { move: 'resume', from: 'stopped', to: 'processing', actor: 'officer' },
  { move: 'apologise', from: 'received', to: 'same', actor: 'officer' },
  { move: 'apologise', from: 'processing', to: 'same', actor: 'officer' },
  { move: 'complete', from: 'received', to: 'completed', actor: 'officer' },
  { move: 'complete', from: 'processing', to: 'completed', actor: 'officer' },
  { move: 'return', from: 'completed', to: 'returned', actor: 'desk' },
];

/** The transitions out of a state, those that the procedure adds among them; none out of a state that is unknown here. */
export function listTransitions(from: string, lifecycle: Lifecycle = USUAL_LIFECYCLE): Transition[] {
  const general = TRANSITIONS.filter((transition) => transition.from === from);
  const mayWithdraw = lifecycle.withdrawFrom.find((state) => state === from);
  if (mayWithdraw === undefined || general.some(({ move }) => move === 'withdraw')) return general;
  return [...general, { move: 'withdraw', from: mayWithdraw, to: 'withdrawalRequested', actor: 'applicant' }];
}

/** The transition for a move in a state, or nothing when it is not allowed. */
export function findTransition(from: string, move: Move, lifecycle?: Lifecycle): Transition | undefined {
  return listTransitions(from, lifecycle).find((transition) => transition.move === move);
}

/** Whether this version knows the state; histories may hold others, from platforms and later versions. */
export function isStateName(name: string): name is StateName {
  return Object.hasOwn(STATES, name);
}

/** The state as it is said on the wire: what is unknown here keeps its own label. */
export function describeState(name: string): DossierState {
  return isStateName(name) ? { name } : { name: 'unknown', rawLabel: name };
}

/** What anyone may learn of a state; of an unknown one, that the agency is at work. */
export function readCompletion(state: string): DossierCompletion['completion'] {
  const { stage, done } = isStateName(state) ? STATES[state] : STATES.received;
  return { stage, done, total: USUAL_WAY.length };
}

/** States that usually lie ahead, in order; none once the dossier has ended, or where the way is unknown. */
export function listExpectedStates(state: string): StateName[] {
  if (!isStateName(state) || STATES[state].stage === 'ended') return [];
  return USUAL_WAY.slice(STATES[state].done);
}
