/** Sends 200 MB through a proxy that cuts the connection 20 times, and prints what it cost. */
import { bin, mustRun, run } from '../build/command.mjs';

const TEST = 'packages/gateway/dist/security-tests/cut-uploads.test.js';
const FIGURES = /^# (\d+ MiB, .*)$/m;

export default async function uploads() {
  await mustRun('Compiling', bin('tsc'), ['-b', 'packages/gateway']);
  const args = ['--test', '--enable-source-maps', '--test-reporter=tap', TEST];
  const { code, output } = await run(process.execPath, args, { quiet: true, env: { UPLOAD_MEGABYTES: '200' } });
  console.log(code === 0 ? (FIGURES.exec(output)?.[1] ?? output) : output);
  process.exit(code);
}
