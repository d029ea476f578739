/** A folder that a test may fill; removed when the test is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function freeFolder(t: { after(cleanup: () => Promise<void>): void }, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `motcua-${name}-`));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
