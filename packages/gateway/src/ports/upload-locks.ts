/**
 * Keeps two processes from writing one upload at a time.
 */
export interface UploadLocks {
  /**
   * Waits until no other process holds the upload; answers how to let go of it, or nothing when the signal came first.
   * Calls within one process must not overlap for one upload.
   */
  hold(id: string, options: HoldOptions): Promise<ReleaseUpload | undefined>;
}

export interface HoldOptions {
  signal: AbortSignal;
  /** Another process waits for this upload, or the lock was lost: end soon. */
  onWanted(): void;
}

export type ReleaseUpload = () => Promise<void>;

/** For a database that one process alone has open. */
export const NO_OTHER_PROCESS: UploadLocks = { hold: () => Promise.resolve(() => Promise.resolve()) };
