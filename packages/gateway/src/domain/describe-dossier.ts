/**
 * Writes a dossier as its holder sees it.
 */
import type { Attachment, Dossier, SupplementRequest } from '@motcua/schemas';
import type { DossierEvent, StoredDossier } from '../ports/dossier-store.js';
import type { Lifecycle } from './lifecycle.js';
import { listLetters } from './letters/read-letter.js';
import { readState } from './read-state.js';
import { describeState, findTransition, listExpectedStates } from './states.js';

export function describeDossier(stored: StoredDossier, lifecycle: Lifecycle): Dossier {
  const state = readState(stored);
  const request = readSupplementRequest(stored);
  const results = readResults(stored);
  return {
    code: stored.officialCode ?? stored.provisionalCode,
    provisionalCode: stored.provisionalCode,
    ...(stored.officialCode === undefined ? {} : { officialCode: stored.officialCode }),
    procedure: stored.procedure,
    agency: stored.agency,
    state: describeState(state),
    submittedAt: stored.submittedAt.toISOString(),
    ...(stored.dueAt === undefined ? {} : { dueAt: stored.dueAt.toISOString() }),
    history: stored.history.map(describeEvent),
    expectedStates: listExpectedStates(state),
    data: stored.submission.data,
    canWithdraw: findTransition(state, 'withdraw', lifecycle) !== undefined,
    canEdit: findTransition(state, 'edit', lifecycle) !== undefined,
    ...(request === undefined ? {} : { supplementRequest: request }),
    ...(results.length === 0 ? {} : { results: [...results] }),
    confirmation: stored.confirmation,
    letters: listLetters(stored),
  };
}

/** What is asked for now; nothing unless a supplement is awaited. */
export function readSupplementRequest(stored: StoredDossier): SupplementRequest | undefined {
  if (readState(stored) !== 'supplementRequested') return undefined;
  const asked = [...stored.history].reverse().find(({ details }) => details?.items);
  if (!asked?.details?.items) return undefined;
  return {
    items: [...asked.details.items],
    requestedAt: asked.at.toISOString(),
    ...(asked.note === undefined ? {} : { note: asked.note }),
  };
}

/** The files of the result, once the work is done. */
export function readResults({ history }: StoredDossier): readonly Attachment[] {
  return history.flatMap(({ details }) => details?.results ?? []);
}

/** An officer's name is not the citizen's to see: the office answers for its steps. */
function describeEvent({ sequence, state, at, actor, move, note, details }: DossierEvent): Dossier['history'][number] {
  return {
    sequence,
    state: describeState(state),
    at: at.toISOString(),
    actor,
    ...(move === undefined ? {} : { move }),
    ...(note === undefined ? {} : { note }),
    ...(details?.dueOn === undefined ? {} : { dueOn: details.dueOn }),
  };
}
