/**
 * Dossiers that wait too long, found by condition; and which of them were noticed already.
 */
export type DossierAlarm = 'dossier-unclaimed' | 'due-soon' | 'late' | 'supplement-overdue';

/** Which dossiers an alarm stands for at one moment. */
export type WatchCondition =
  /** In one of the states since that instant or longer; an edit by the applicant does not start the time anew. */
  | { kind: 'waiting'; states: readonly string[]; until: Date }
  /** In one of the states, with a due date from (with) `from` to (without) `before`. */
  | { kind: 'due'; states: readonly string[]; from?: Date; before: Date }
  /** A supplement was asked for at that instant or earlier; `others` is for procedures that are not named. */
  | { kind: 'asked'; state: string; bySlug: Readonly<Record<string, Date>>; others: Date };

export interface WatchedDossier {
  id: string;
  /** Official, or provisional before reception. */
  code: string;
  agencyCode: string;
  slug: string;
  /** Sequence of the last step. */
  version: number;
  /** When it came into its state. */
  movedAt: Date;
  dueAt?: Date;
  /** When the reminder of its supplement was written. */
  warnedAt?: Date;
}

export interface WatchStore {
  /** The earliest first: by due date for `due`, else by the time of the step. */
  list(condition: WatchCondition, limit: number, agencyCode?: string): Promise<WatchedDossier[]>;
  count(condition: WatchCondition, agencyCode?: string): Promise<number>;
  /** Notes every dossier that the condition holds for; answers how many were not noted before. Safe from several processes at once. */
  raise(alarm: DossierAlarm, condition: WatchCondition, at: Date): Promise<number>;
  /** Forgets those that it no longer holds for; answers how many. */
  lower(alarm: DossierAlarm, condition: WatchCondition): Promise<number>;
}
