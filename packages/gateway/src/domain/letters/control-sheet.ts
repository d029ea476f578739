/**
 * Mẫu 05: every hand-over of a dossier, by whom, when, and whether in time. It grows with the dossier, so it is made when it is read.
 */
import type { ControlSheet } from '@motcua/schemas';
import type { DossierEvent, StoredDossier } from '../../ports/dossier-store.js';
import { computeStoredDueDate } from '../moves/record-move.js';
import { describeState } from '../states.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { findFiled, writeCommon, type LetterSources } from './write-letter.js';

export function writeControlSheet(
  stored: StoredDossier,
  at: Date,
  { procedures, units, calendar }: LetterSources & { calendar: WorkingCalendar },
): ControlSheet {
  const last = stored.history[stored.history.length - 1];
  if (!last) throw new Error('a dossier without history');
  const filed = findFiled({ stored }, procedures);
  const received = stored.history.find(({ move }) => move === 'receive');
  return {
    kind: 'controlSheet',
    form: '05',
    ...writeCommon({ stored, event: last, change: {} }, filed, units),
    issuedAt: at.toISOString(),
    ...(received === undefined ? {} : { receivedAt: received.at.toISOString() }),
    ...(stored.dueAt === undefined ? {} : { dueAt: stored.dueAt.toISOString() }),
    steps: stored.history.map((event, index) => writeStep(event, stored.history.slice(0, index), calendar)),
  };
}

/** A step is measured by the date that stood before it: an apology cannot make itself timely. */
function writeStep(
  event: DossierEvent,
  before: readonly DossierEvent[],
  calendar: WorkingCalendar,
): ControlSheet['steps'][number] {
  const due = computeStoredDueDate(before, calendar);
  const { sequence, at, move, state, actor, officer, note } = event;
  return {
    sequence,
    at: at.toISOString(),
    ...(move === undefined ? {} : { move }),
    state: describeState(state),
    actor,
    ...(officer === undefined ? {} : { officer: officer.name }),
    ...(note === undefined ? {} : { note }),
    ...('at' in due ? { dueAt: due.at.toISOString() } : {}),
    ...(due.kind === 'running' ? { timing: at > due.at ? 'late' : 'on-time' } : {}),
  };
}
