/**
 * Records one step of a dossier: is it allowed, by whom, from the version that was seen; then history, change and due date in one transaction.
 */
import { GatewayProblem } from '../../http/problem.js';
import type { Clock } from '../../ports/clock.js';
import type { Actor, DossierChange, DossierEvent, EventDetails, StoredDossier } from '../../ports/dossier-store.js';
import type { GatewayTransaction } from '../../ports/gateway-database.js';
import type { ProcedureRepository } from '../../ports/procedure-repository.js';
import type { LetterOffice } from '../letters/letter-office.js';
import type { LetterStep } from '../letters/letter-step.js';
import { readLifecycle, type Lifecycle } from '../lifecycle.js';
import { describeState, findTransition, listTransitions, type Move, type Transition } from '../states.js';
import { computeDueDate, type DueDate } from '../time/due-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { readState } from '../read-state.js';

export interface MoveServices {
  procedures: ProcedureRepository;
  calendar: WorkingCalendar;
  clock: Clock;
  letters: LetterOffice;
}

export interface MoveRequest {
  dossierId: string;
  move: Move;
  /** On whose behalf this sender may act. */
  actsAs: readonly Actor[];
  /** The version that the sender saw; absent: whatever is there now. */
  version?: number;
  officer?: NonNullable<DossierEvent['officer']>;
}

/** What a move says and changes beyond the state. */
export interface MoveEffect {
  note?: string;
  details?: EventDetails;
  change?: Omit<DossierChange, 'dueAt'>;
}

/** Finds out what a move says and changes; throws a refusal of its own. */
export type PrepareEffect = (stored: StoredDossier, at: Date, lifecycle: Lifecycle) => MoveEffect | Promise<MoveEffect>;

/** @throws GatewayProblem `dossier.transition-refused`, `dossier.version-conflict`, `officer.not-allowed`, and what the effect throws */
export async function recordMove(
  stores: GatewayTransaction,
  request: MoveRequest,
  services: MoveServices,
  prepare?: PrepareEffect,
): Promise<void> {
  const step = await prepareMove(stores, request, services, prepare);
  const letter = await services.letters.issue(step);
  const event = letter === undefined ? step.event : { ...step.event, details: { ...step.event.details, letter } };
  const added = await stores.dossiers.append(step.stored.id, event, { ...step.change, dueAt: step.dueAt ?? null });
  if (!added) throw await explainRace(stores.dossiers, request, services.procedures);
}

/** Judges a move and says what it would be; nothing of the history is written yet. @throws as recordMove */
export async function prepareMove(
  { dossiers }: GatewayTransaction,
  request: MoveRequest,
  { procedures, calendar, clock }: MoveServices,
  prepare: PrepareEffect = () => ({}),
): Promise<LetterStep> {
  const stored = await dossiers.read(request.dossierId);
  const lifecycle = readLifecycle(procedures.find(stored.procedure.slug)?.record);
  const transition = requireTransition(stored, request.move, lifecycle);
  if (!request.actsAs.includes(transition.actor)) throw new GatewayProblem('officer.not-allowed');
  refuseOldVersion(stored, request.version);
  const at = clock.now();
  const effect = await prepare(stored, at, lifecycle);
  const event = writeEvent(stored, transition, request, at, effect);
  const due = computeStoredDueDate([...stored.history, event], calendar);
  return { stored, event, change: effect.change ?? {}, ...('at' in due ? { dueAt: due.at } : {}) };
}

/** @throws GatewayProblem `dossier.transition-refused`, which names state, move and what is allowed */
export function requireTransition(stored: StoredDossier, move: Move, lifecycle: Lifecycle): Transition {
  const transition = findTransition(readState(stored), move, lifecycle);
  if (!transition) throw refuseTransition(stored, move, lifecycle);
  return transition;
}

/** The due date by a history whose reception holds its rule. */
export function computeStoredDueDate(history: readonly DossierEvent[], calendar: WorkingCalendar): DueDate {
  const rule = history.find(({ details }) => details?.rule)?.details?.rule;
  if (!rule) return { kind: 'none' };
  const timed = history.map(({ state, at, details }) => ({
    state,
    at,
    ...(details?.dueOn === undefined ? {} : { dueOn: details.dueOn }),
  }));
  return computeDueDate(timed, rule, calendar);
}

function refuseTransition(stored: StoredDossier, move: Move, lifecycle: Lifecycle): GatewayProblem {
  const from = readState(stored);
  const allowed = listTransitions(from, lifecycle).map((transition) => transition.move);
  return new GatewayProblem('dossier.transition-refused', { transition: { from: describeState(from), move, allowed } });
}

function refuseOldVersion({ history }: StoredDossier, version: number | undefined): void {
  if (version !== undefined && version !== history.length) throw new GatewayProblem('dossier.version-conflict');
}

/** Somebody was faster between reading and writing. */
async function explainRace(
  dossiers: GatewayTransaction['dossiers'],
  { dossierId, move, version }: MoveRequest,
  procedures: ProcedureRepository,
): Promise<GatewayProblem> {
  if (version !== undefined) return new GatewayProblem('dossier.version-conflict');
  const stored = await dossiers.read(dossierId);
  return refuseTransition(stored, move, readLifecycle(procedures.find(stored.procedure.slug)?.record));
}

function writeEvent(
  stored: StoredDossier,
  transition: Transition,
  { move, officer }: MoveRequest,
  at: Date,
  { note, details }: MoveEffect,
): DossierEvent {
  return {
    sequence: stored.history.length + 1,
    state: findTarget(stored, transition),
    at,
    actor: transition.actor,
    move,
    ...(officer === undefined ? {} : { officer }),
    ...(note === undefined ? {} : { note }),
    ...(details === undefined ? {} : { details }),
  };
}

function findTarget(stored: StoredDossier, { to }: Transition): string {
  const state = readState(stored);
  if (to === 'same') return state;
  if (to !== 'previous') return to;
  const before = [...stored.history].reverse().find((event) => event.state !== state);
  return before?.state ?? state;
}
