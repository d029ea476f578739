/**
 * What each officer's move says and changes, by move: one small function each.
 */
import type { OfficerMove } from '@motcua/schemas';
import { GatewayProblem } from '../../http/problem.js';
import type { StoredDossier } from '../../ports/dossier-store.js';
import type { GatewayTransaction } from '../../ports/gateway-database.js';
import { checkPapers } from '../check-attachments.js';
import { readTimeLimit, type Lifecycle } from '../lifecycle.js';
import type { ReceptionSettings } from '../reception/reception-settings.js';
import { dayOf, isPlainDate } from '../time/plain-date.js';
import { computeStoredDueDate, type MoveEffect, type MoveServices } from './record-move.js';
import { checkSupplementItems } from './supplement-items.js';

export interface OfficerMoveServices extends MoveServices {
  reception: ReceptionSettings;
}

export interface EffectContext {
  stored: StoredDossier;
  at: Date;
  lifecycle: Lifecycle;
  stores: GatewayTransaction;
  services: OfficerMoveServices;
  /** The key under which an officer uploaded results. */
  uploadKey: string | undefined;
}

type Effects = {
  [Name in OfficerMove['move']]: (
    move: Extract<OfficerMove, { move: Name }>,
    context: EffectContext,
  ) => MoveEffect | Promise<MoveEffect>;
};

const EFFECTS: Effects = {
  receive: receiveDossier,
  refuse: ({ reason }) => ({ note: reason }),
  requestSupplement: requestSupplement,
  process: keepNote,
  stop: ({ reason }) => ({ note: reason }),
  resume: keepNote,
  apologise: setNewDate,
  complete: addResults,
  return: keepNote,
};

/** @throws GatewayProblem with the refusal of that move */
export function prepareOfficerEffect(move: OfficerMove, context: EffectContext): MoveEffect | Promise<MoveEffect> {
  const effect = EFFECTS[move.move] as (move: OfficerMove, context: EffectContext) => MoveEffect | Promise<MoveEffect>;
  return effect(move, context);
}

function keepNote({ note }: { note?: string }): MoveEffect {
  return note === undefined ? {} : { note };
}

/** Official code and rule of the due date. The serial is taken last, in this transaction, so that a refusal uses none up. */
async function receiveDossier(
  { channel = 'online' }: Extract<OfficerMove, { move: 'receive' }>,
  { stored, at, lifecycle, stores, services }: EffectContext,
): Promise<MoveEffect> {
  const record = services.procedures.find(stored.procedure.slug)?.record;
  const limit = record && readTimeLimit(record, channel);
  const { code, provinceCode } = stored.agency;
  const { identifier, pattern } = services.reception.findAgency(code, provinceCode);
  const day = dayOf(at);
  const serial = await stores.serials.next(code, day);
  return {
    change: { officialCode: pattern.write({ agency: identifier, day, serial }) },
    ...(limit === undefined ? {} : { details: { rule: { limit, afterSupplement: lifecycle.afterSupplement } } }),
  };
}

/** @throws GatewayProblem `dossier.supplement-limit`, `supplement.unknown-item`, `plan.outdated` */
function requestSupplement(
  { items, note }: Extract<OfficerMove, { move: 'requestSupplement' }>,
  { stored, lifecycle, services }: EffectContext,
): MoveEffect {
  if (countMoves(stored, 'requestSupplement') >= lifecycle.maxSupplementRequests)
    throw new GatewayProblem('dossier.supplement-limit');
  const checked = checkSupplementItems(items, stored, services.procedures);
  return { ...keepNote(note === undefined ? {} : { note }), details: { items: checked } };
}

/** @throws GatewayProblem `dossier.reschedule-limit`, `dossier.due-date-refused` */
function setNewDate(
  { reason, dueOn }: Extract<OfficerMove, { move: 'apologise' }>,
  { stored, at, lifecycle, services: { calendar } }: EffectContext,
): MoveEffect {
  if (countMoves(stored, 'apologise') >= lifecycle.maxReschedules) throw new GatewayProblem('dossier.reschedule-limit');
  const due = computeStoredDueDate(stored.history, calendar);
  const isLater = due.kind === 'running' && dueOn > dayOf(due.at) && dueOn > dayOf(at);
  if (!isPlainDate(dueOn) || !isLater || !calendar.isWorkingDay(dueOn))
    throw new GatewayProblem('dossier.due-date-refused');
  return { note: reason, details: { dueOn } };
}

/** @throws GatewayProblem `result.refused` */
async function addResults(
  { results, note }: Extract<OfficerMove, { move: 'complete' }>,
  { stored, stores, uploadKey }: EffectContext,
): Promise<MoveEffect> {
  const papers = results.map((attachment, index) => ({ pointer: `/results/${index}`, attachment }));
  const { issues, uploadIds } = await checkPapers(papers, stores.uploads, uploadKey);
  const isRepeated = uploadIds.length !== results.length;
  if (issues.length > 0 || isRepeated) throw new GatewayProblem('result.refused', { issues });
  if ((await stores.uploads.claim(uploadIds, stored.id)) !== uploadIds.length)
    throw new GatewayProblem('result.refused');
  return { ...keepNote(note === undefined ? {} : { note }), details: { results } };
}

function countMoves({ history }: StoredDossier, move: string): number {
  return history.filter((event) => event.move === move).length;
}
