/** Opens Storybook for designers and form authors. */
import { bin, mustRun } from '../build/command.mjs';
import build from './build.mjs';

export default async function storybook() {
  await build();
  const port = process.env.STORYBOOK_PORT ?? '4190';
  await mustRun('Storybook', `../${bin('storybook')}`, ['dev', '--port', port, '--ci', '--disable-telemetry'], {
    cwd: 'stories',
  });
}
