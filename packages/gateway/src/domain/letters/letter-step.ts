/**
 * The step of a dossier that a letter tells of.
 */
import type { DossierChange, DossierEvent, StoredDossier } from '../../ports/dossier-store.js';

export interface LetterStep {
  /** As it was before the step. */
  stored: StoredDossier;
  event: DossierEvent;
  change: Omit<DossierChange, 'dueAt'>;
  /** The due date after the step; absent: none, or the clock stands still. */
  dueAt?: Date;
}
