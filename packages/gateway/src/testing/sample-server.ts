/**
 * A gateway over HTTP on a free port, with an embedded database in memory and a folder that goes with it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer, type ServerOptions } from '../node-server.js';
import { TEST_ORIGIN } from './test-gateway.js';

export type SampleServerOptions = Partial<Omit<ServerOptions, 'port' | 'host' | 'uploadsDir'>>;

export async function startSampleServer(options: SampleServerOptions = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: { kind: 'pglite' },
    allowedOrigins: [TEST_ORIGIN],
    ...options,
    uploadsDir: join(folder, 'uploads'),
  });
  return {
    ...server,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
