/** Says whether a build stage must run again: a hash over its inputs is kept beside the installed packages. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'storybook-static', '.data', 'embed', 'coverage']);

/** Hash over the paths and contents of all files below the given files and folders. */
export function hashInputs(paths, { skip = skipped } = {}) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths) addPath(hash, path, skip);
  return hash.digest('hex');
}

function addPath(hash, path, skip) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!skip.has(name)) addPath(hash, join(path, name), skip);
    return;
  }
  if (path.endsWith('.tsbuildinfo')) return;
  hash.update(path).update('\0').update(readFileSync(path));
}

/** Runs `work` unless the inputs are those of the last success and every output is still there. */
export async function runWhenStale({ stage, inputs, outputs = [], skip }, work) {
  const stamp = join('node_modules/.cache/motcua', `${stage}.sha256`);
  const wanted = hashInputs(inputs, skip ? { skip } : undefined);
  const fresh =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && outputs.every((path) => existsSync(path));
  if (fresh) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
