/** Opens Storybook for designers and form authors, with a gateway for the stories of the journeys. */
import { startGateway } from '../../stories/runner/start-gateway.mjs';
import { run } from '../build/command.mjs';
import build from './build.mjs';

const gatewayPort = 4180;

export default async function storybook() {
  await build();
  const port = process.env.STORYBOOK_PORT ?? '4190';
  const running = await fetch(`http://127.0.0.1:${gatewayPort}/v1/health`).then(
    (answer) => answer.ok,
    () => false,
  );
  const gateway = running ? undefined : await startGateway({ origin: `http://localhost:${port}`, port: gatewayPort });
  // The children hear Ctrl-C too and end; then the gateway's temporary folder is removed.
  process.on('SIGINT', () => undefined);
  const args = ['dev', '--port', port, '--ci', '--disable-telemetry'];
  const { code } = await run('node_modules/.bin/storybook', args, { cwd: 'stories' });
  await gateway?.close();
  process.exit(code);
}
