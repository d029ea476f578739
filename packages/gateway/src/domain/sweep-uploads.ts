/**
 * Removes uploads that expired without a dossier.
 */
import type { Clock } from '../ports/clock.js';
import type { FileStore } from '../ports/file-store.js';
import type { UploadStore } from '../ports/upload-store.js';

export interface SweepParts {
  uploads: UploadStore;
  files: FileStore;
  clock: Clock;
  limits: { expiresAfterSeconds: number };
}

const BATCH = 500;

/** Answers how many it removed. The record goes first, so that no dossier can take a paper whose bytes are gone. */
export async function sweepUploads({ uploads, files, clock, limits }: SweepParts): Promise<number> {
  const before = new Date(clock.now().getTime() - limits.expiresAfterSeconds * 1000);
  let count = 0;
  for (const id of await uploads.listUnclaimedBefore(before, BATCH)) {
    if (!(await uploads.remove(id))) continue;
    await files.remove(id);
    count += 1;
  }
  return count;
}
