#!/usr/bin/env node
/**
 * The gateway as a program: configured by environment variables, one line when it is ready, one line when it cannot start.
 */
import { readConfiguration } from './configuration.js';
import { startServer, type RunningServer } from './node-server.js';

await run();

async function run(): Promise<void> {
  try {
    const server = await startServer({
      ...readConfiguration(process.env),
      log: (record) => process.stderr.write(`${JSON.stringify(record)}\n`),
    });
    process.stdout.write(`Gateway ready at ${server.url}\n`);
    closeOnSignal(server);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  }
}

function closeOnSignal(server: RunningServer): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

/** Errors of ours say what to do; others get their first line. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The gateway could not start.';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[a-z]+\.[a-z-]+$/.test(code)) return error.message;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The PostgreSQL server of DATABASE_URL does not answer. Start it, or unset DATABASE_URL to use the embedded database.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'The data folder cannot be written. Give this user the right, or set MOTCUA_DATA_DIR to another folder.';
  return `The gateway could not start: ${error.message.split('\n')[0] ?? ''}`;
}
