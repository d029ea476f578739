/**
 * Writes a dossier as an officer of its agency sees it.
 */
import type { JsonObject } from '@motcua/form-engine';
import type { DeskDossier } from '@motcua/schemas';
import type { Account } from '../../ports/account-store.js';
import type { DossierEvent, StoredDossier } from '../../ports/dossier-store.js';
import { describeDossier } from '../describe-dossier.js';
import { readLifecycle } from '../lifecycle.js';
import type { OfficerMoveServices } from '../moves/officer-effects.js';
import { findPapers } from './find-papers.js';
import { readState } from '../read-state.js';
import { describeState, listTransitions } from '../states.js';
import { markDue } from '../time/due-date.js';
import { isAllowed, listActors, OPERATIONS, type Operation } from './authorisation.js';

export function describeDeskDossier(
  stored: StoredDossier,
  account: Account,
  { procedures, calendar, clock, reception }: OfficerMoveServices,
): DeskDossier {
  const procedure = procedures.find(stored.procedure.slug);
  const lifecycle = readLifecycle(procedure?.record);
  const actors = listActors(account.roles);
  const moves = listTransitions(readState(stored), lifecycle)
    .filter(({ move, actor }) => actors.includes(actor) && isOffered(move, account))
    .map(({ move }) => move);
  const isEnded = stored.history.some(({ state }) => state === 'completed');
  return {
    dossier: describeDossier(stored, lifecycle),
    version: stored.history.length,
    ...(stored.dueAt === undefined || isEnded
      ? {}
      : { mark: markDue(stored.dueAt, clock.now(), reception.soonLate, calendar) }),
    moves,
    steps: stored.history.map(describeStep),
    papers: findPapers(stored.submission.data as JsonObject).map(({ pointer, attachment }) => {
      const document = procedure?.record.requiredDocuments.find((paper) => paper.pointer === pointer)?.id;
      return { pointer, ...(document === undefined ? {} : { document }), attachment };
    }),
  };
}

/** A payment is asked for only where there is a way to pay. */
function isOffered(move: string, { roles }: Account): boolean {
  const operation = `move.${move}`;
  return Object.hasOwn(OPERATIONS, operation) && isAllowed(roles, operation as Operation);
}

function describeStep({
  sequence,
  state,
  move,
  at,
  actor,
  officer,
  note,
  details,
}: DossierEvent): DeskDossier['steps'][number] {
  return {
    sequence,
    state: describeState(state),
    ...(move === undefined ? {} : { move }),
    at: at.toISOString(),
    actor,
    ...(officer === undefined ? {} : { officer: officer.name }),
    ...(note === undefined ? {} : { note }),
    ...(details?.items === undefined ? {} : { items: [...details.items] }),
    ...(details?.dueOn === undefined ? {} : { dueOn: details.dueOn }),
    ...(details?.changed === undefined ? {} : { changed: [...details.changed] }),
    ...(details?.results === undefined ? {} : { results: [...details.results] }),
  };
}
