#!/usr/bin/env node
/**
 * The gateway as a program: configured by environment variables, one line when it is ready, one line for each reason why it cannot start.
 */
import { randomBytes } from 'node:crypto';
import { ACCOUNT_COMMANDS, runAccountCommand } from './account-commands.js';
import { BACKUP_COMMANDS, runBackupCommand } from './backup-commands.js';
import { readConfiguration, readProgram } from './configuration.js';
import { startServer, type RunningServer } from './node-server.js';
import { runOutboxCommand } from './outbox-commands.js';

await run();

async function run(): Promise<void> {
  try {
    const command = process.argv.slice(2);
    if (ACCOUNT_COMMANDS.some((name) => name === command[0])) {
      process.stdout.write(`${await runAccountCommand(command, process.stdin, readConfiguration(process.env))}\n`);
      return;
    }
    if (BACKUP_COMMANDS.some((name) => name === command[0])) {
      process.stdout.write(`${await runBackupCommand(command, readConfiguration(process.env))}\n`);
      return;
    }
    if (command[0] === 'outbox') {
      const { database } = readConfiguration(process.env);
      process.stdout.write(`${await runOutboxCommand(command.slice(1), database)}\n`);
      return;
    }
    const { server: options, sampleOfficer, warnings } = readProgram(process.env);
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    const server = await startServer({
      ...options,
      log: (record) => process.stderr.write(`${JSON.stringify(record)}\n`),
    });
    closeOnSignal(server);
    if (sampleOfficer !== undefined) process.stdout.write(await makeSampleOfficer(server, sampleOfficer));
    process.stdout.write(`Gateway ready at ${server.url}\n`);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  }
}

/** A password of this start alone: none that is the same everywhere can be left behind. */
async function makeSampleOfficer({ gateway }: RunningServer, agencyCode: string): Promise<string> {
  const login = 'can-bo-mau';
  const password = randomBytes(9).toString('base64url');
  await gateway.putAccount({ login, name: 'Cán bộ mẫu', roles: ['desk', 'officer', 'leader'], agencyCode, password });
  return `Sample officer of agency ${agencyCode}: ${login}, password ${password}\n`;
}

/** The first signal lets work that was begun end; a second one does not wait for it. */
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
