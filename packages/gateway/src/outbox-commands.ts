/**
 * The program's commands for messages that were given up: `outbox list`, `outbox replay <id>`, `outbox replay-dead`.
 */
import { openDatabase, type DatabaseOptions } from './adapters/database/open-database.js';
import type { DeadItem, OutboxStore } from './ports/outbox-store.js';

/** What was asked for cannot be done; the message says why. */
export class OutboxCommandError extends Error {
  override readonly name = 'OutboxCommandError';
  readonly code = 'outbox.refused';
}

const USAGE = 'Write outbox list, outbox replay <id>, or outbox replay-dead.';
const MAX_LISTED = 1000;

/**
 * Carries a command out; answers the lines to print. They name dossiers by code, and nothing of a person.
 * @throws OutboxCommandError, and what opening the database throws
 */
export async function runOutboxCommand(
  [command, id]: readonly string[],
  options: DatabaseOptions,
  now: Date = new Date(),
): Promise<string> {
  const run = findCommand(command, id);
  const database = await openDatabase(options);
  try {
    return await run(database.outbox, now);
  } finally {
    await database.close();
  }
}

type Run = (outbox: OutboxStore, now: Date) => Promise<string>;

function findCommand(command: string | undefined, id = ''): Run {
  if (command === 'list') return list;
  if (command === 'replay-dead') return replayDead;
  if (command === 'replay' && /^[1-9][0-9]{0,15}$/.test(id)) return (outbox, now) => replay(Number(id), outbox, now);
  throw new OutboxCommandError(USAGE);
}

async function list(outbox: OutboxStore): Promise<string> {
  const { open, dead } = await outbox.count();
  const items = await outbox.listDead(MAX_LISTED);
  return [`Open: ${open}. Given up: ${dead}.`, ...items.map(describe)].join('\n');
}

function describe({ id, kind, code, sequence, attempts, error, deadAt }: DeadItem): string {
  return `${id}  ${deadAt.toISOString()}  ${kind} of step ${sequence}  ${code}  ${attempts} attempts  ${error ?? ''}`.trim();
}

async function replay(id: number, outbox: OutboxStore, now: Date): Promise<string> {
  if (await outbox.replay(id, now)) return `Message ${id} leaves with the next round.`;
  throw new OutboxCommandError(`There is no message ${id} that was given up.`);
}

async function replayDead(outbox: OutboxStore, now: Date): Promise<string> {
  return `${await outbox.replayDead(now)} messages leave with the next rounds.`;
}
