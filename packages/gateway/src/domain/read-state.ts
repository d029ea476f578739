import type { StoredDossier } from '../ports/dossier-store.js';

/** The state after the last step; it may be one that this version does not know. */
export function readState({ history }: Pick<StoredDossier, 'history'>): string {
  const last = history[history.length - 1];
  if (!last) throw new Error('a dossier without history');
  return last.state;
}
