/**
 * Notes which answers of the contract a test has seen, so that those that no test sees can be listed.
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiContract } from './contract.js';

/** Appends `operationId status` lines to a file in the folder that CONTRACT_SEEN names; without it nothing is noted. */
export async function noteSeen({ seen }: ApiContract): Promise<void> {
  const folder = process.env['CONTRACT_SEEN'];
  if (folder) await appendFile(join(folder, `${process.pid}.txt`), [...seen, ''].join('\n'));
}
