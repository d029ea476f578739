/**
 * Lets one request at a time write an upload: within this process by a lock in memory, among processes by that of the database.
 */
import { ERRORS, MemoryLocker, type Locker } from '@tus/server';
import type { ReleaseUpload, UploadLocks } from '../../ports/upload-locks.js';

/** Milliseconds that a request waits for another process. */
const PATIENCE = 30_000;

export function createTusLocker(locks: UploadLocks): Locker {
  const here = new MemoryLocker();
  return {
    newLock(id) {
      const near = here.newLock(id);
      let release: ReleaseUpload | undefined;
      return {
        async lock(signal, requestRelease) {
          await near.lock(signal, requestRelease);
          try {
            release = await locks.hold(id, {
              signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
              onWanted: () => void requestRelease(),
            });
            if (!release) throw ERRORS.ERR_LOCK_TIMEOUT;
          } catch (error) {
            await near.unlock();
            throw error;
          }
        },
        async unlock() {
          await release?.();
          await near.unlock();
        },
      };
    },
  };
}
