/** How the clock of a dossier stands, by the gateway's time. */
import type { Dossier } from '@motcua/schemas';
import type { DueClock } from '../../elements/due-card/due-card.js';
import { formatDay } from '../moments.js';

const paused: readonly string[] = [
  'supplementRequested',
  'paymentRequested',
  'stopped',
  'withdrawalRequested',
  'refused',
];

export function clockOf({ state, dueAt }: Dossier, now: Date): DueClock {
  if (state.name === 'completed' || state.name === 'returned') return 'done';
  if (paused.includes(state.name)) return 'paused';
  if (dueAt === undefined) return 'running';
  const due = new Date(dueAt);
  if (due.getTime() < now.getTime()) return 'late';
  return formatDay(due) === formatDay(now) ? 'last-day' : 'running';
}

/** The apology that holds: nothing has ended the work since. */
export function findApology({ history, state }: Dossier): Dossier['history'][number] | undefined {
  if (['completed', 'returned', 'refused', 'withdrawalRequested'].includes(state.name)) return undefined;
  return [...history].reverse().find(({ move }) => move === 'apologise');
}
