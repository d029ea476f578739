/**
 * The hash of the sources that a generated report measured: names and bytes of files and folders, tests and built output aside.
 * The folder of the outside judges is test code too: it counts only for the report that names it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PASSED_OVER = new Set(['node_modules', 'dist', 'differential']);

/** @returns `sha256-<hex>` over the files under the given paths, in one order everywhere */
export function hashSources(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return `sha256-${hash.digest('hex')}`;
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (PASSED_OVER.has(entry.name) || /\.test\.(ts|mjs)$/.test(entry.name)) return [];
    return filesUnder(join(path, entry.name));
  });
}
