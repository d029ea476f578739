/**
 * Asks the system how much its disks can still take.
 */
import { statfs } from 'node:fs/promises';
import type { FreeSpace } from '../../ports/free-space.js';

/** @param folders on the disks that count; a folder that is not there yet counts for nothing */
export function measureDisks(folders: readonly string[]): FreeSpace {
  return {
    async measure() {
      const spaces = await Promise.all(folders.map(measureDisk));
      const known = spaces.filter((space) => space !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
  };
}

/** Some file systems say that they have no blocks at all: they do not know. */
async function measureDisk(folder: string): Promise<number | undefined> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined || disk.blocks === 0 ? undefined : disk.bavail * disk.bsize;
}
