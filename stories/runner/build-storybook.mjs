/** Builds the static Storybook unless the last one was made from the same sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const output = join(home, 'storybook-static');
const stamp = join(output, 'built-from.sha256');
const inputs = [
  home,
  join(home, '../packages/widgets/src'),
  join(home, '../packages/form-engine/src'),
  join(home, '../packages/client/src'),
  join(home, '../schemas/procedures'),
  join(home, '../pnpm-lock.yaml'),
];
const skipped = new Set(['node_modules', 'storybook-static', 'dist']);

/** Resolves with the folder of the static Storybook. Ends the process when it cannot be built. */
export async function buildStorybook() {
  const wanted = hashInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return output;
  writeManifest();
  const program = join(
    dirname(createRequire(import.meta.url).resolve('storybook/package.json')),
    'dist/bin/dispatcher.js',
  );
  const result = spawnSync(
    process.execPath,
    [program, 'build', '--quiet', '--disable-telemetry', '--output-dir', output],
    {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    },
  );
  if (result.status !== 0) {
    console.error(`Storybook could not be built.\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  return output;
}

/** The docs pages are made from the manifest of the elements. */
function writeManifest() {
  const require = createRequire(join(home, '../package.json'));
  const program = require.resolve('@custom-elements-manifest/analyzer/cem.js');
  const result = spawnSync(
    process.execPath,
    [program, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    {
      cwd: join(home, '../packages/widgets'),
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) throw new Error(`The manifest of the elements could not be written.\n${result.stderr}`);
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const path of inputs) addPath(hash, path);
  return hash.digest('hex');
}

function addPath(hash, path) {
  if (!statSync(path).isDirectory()) {
    hash.update(path).update('\0').update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) addPath(hash, join(path, name));
}
