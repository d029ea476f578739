/**
 * How much the disks that hold dossiers and papers can still take.
 */
export interface FreeSpace {
  /** Bytes on the fullest of them; nothing when the system does not say. */
  measure(): Promise<number | undefined>;
}
