/**
 * An empty embedded database, made once for all tests: to make one anew takes four times as long as to load it.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/motcua/', import.meta.url));

let template: Promise<Blob> | undefined;

/** A data directory as PGlite loads it, before any migration. Kept on disk for the version of PGlite that wrote it. */
export function readPgliteTemplate(): Promise<Blob> {
  return (template ??= loadTemplate());
}

async function loadTemplate(): Promise<Blob> {
  const path = join(CACHE, `pglite-${await readVersion()}.tar`);
  try {
    return new Blob([new Uint8Array(await readFile(path))]);
  } catch {
    const made = await makeTemplate();
    await keep(path, made);
    return made;
  }
}

async function makeTemplate(): Promise<Blob> {
  const database = await PGlite.create();
  try {
    // What is dumped while it runs is recovered when it is loaded, and the timer that would report on that keeps a process alive for ever.
    await database.exec('alter system set log_startup_progress_interval = 0');
    return await database.dumpDataDir('none');
  } finally {
    await database.close();
  }
}

/** Under a name of its own first: another test process may be reading or writing it. */
async function keep(path: string, made: Blob): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}`;
  await writeFile(half, new Uint8Array(await made.arrayBuffer()));
  await rename(half, path);
}

async function readVersion(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = JSON.parse(await readFile(join(dirname(main), '../package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
