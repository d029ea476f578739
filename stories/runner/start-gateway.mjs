/** Starts a gateway of its own for the stories of the journeys: a free port, a new database that is removed at the end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Resolves when it answers, with its address and a way to stop.
 * @param {{ origin: string, port?: number }} options The origin whose pages may ask it; the port, else a free one.
 */
export async function startGateway({ origin, port = 0 }) {
  const data = mkdtempSync(join(tmpdir(), 'motcua-stories-'));
  const child = spawn(process.execPath, ['--enable-source-maps', 'packages/gateway/dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GATEWAY_PORT: String(port),
      GATEWAY_HOST: '127.0.0.1',
      PORTAL_ORIGINS: origin,
      MOTCUA_DATA_DIR: data,
      DATABASE_URL: '',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return { address: await readAddress(child), close: () => close(child, ended, data) };
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

/** The address stands in the line that the gateway prints when it is ready. */
function readAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /Gateway ready at (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on('data', (chunk) => (complaint = (complaint + chunk).slice(-2_000)));
    child.once('exit', () =>
      reject(new Error(`The gateway of the stories did not start: npm run build.\n${complaint}`)),
    );
  });
}

async function close(child, ended, data) {
  child.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
