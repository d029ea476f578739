/** Writes packages/widgets/custom-elements.json from the sources, for Storybook, editors and the reference. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const result = spawnSync(
  process.execPath,
  [
    join(process.cwd(), 'node_modules/@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
  ],
  { cwd: 'packages/widgets', stdio: 'inherit' },
);
process.exit(result.status ?? 1);
