/**
 * Sums over everything that is kept, for metrics.
 */
export interface FigureStore {
  /** Dossiers by state. */
  countStates(): Promise<Record<string, number>>;
  /** Bytes announced by the uploads that are kept. */
  sumUploads(): Promise<number>;
}
