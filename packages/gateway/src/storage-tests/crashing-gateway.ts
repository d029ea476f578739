/**
 * The gateway as a program that kills itself, as `kill -9` would, at the point that CRASH_AT names. Its clock is CLOCK_AHEAD seconds ahead.
 */
import { openDatabase } from '../adapters/database/open-database.js';
import { readConfiguration } from '../configuration.js';
import { startServer } from '../node-server.js';
import type { DossierStore } from '../ports/dossier-store.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';

/** `before` the commit, or after it and before the answer. */
export const CRASH_POINTS = [
  'keyed.before-commit',
  'keyed.after-commit',
  'move.before-commit',
  'move.after-commit',
  'completion.before-store',
  'completion.after-store',
  'delivery.after-sending',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

await run(process.env['CRASH_AT'] ?? '');

async function run(point: string): Promise<void> {
  const options = readConfiguration(process.env);
  const database = crashAt(point, await openDatabase(options.database));
  const ahead = Number(process.env['CLOCK_AHEAD'] ?? 0) * 1000;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const server = await startServer({ ...options, clock, ports: { database } });
  process.stdout.write(`Gateway ready at ${server.url}\n`);
}

function crashAt(point: string, database: GatewayDatabase): GatewayDatabase {
  const reach = (name: CrashPoint): void => {
    if (name === point) process.kill(process.pid, 'SIGKILL');
  };
  const then = async <Result>(name: CrashPoint, work: Promise<Result>): Promise<Result> => {
    const result = await work;
    reach(name);
    return result;
  };
  return {
    ...database,
    async transact(work) {
      let moved = false;
      const result = await database.transact(async (stores) => {
        const done = await work({ ...stores, dossiers: noteMoves(stores.dossiers, () => (moved = true)) });
        if (moved) reach('move.before-commit');
        return done;
      });
      if (moved) reach('move.after-commit');
      return result;
    },
    idempotency: {
      once: (request, prepare, commit) =>
        then(
          'keyed.after-commit',
          database.idempotency.once(request, prepare, (stores, prepared) =>
            then('keyed.before-commit', commit(stores, prepared)),
          ),
        ),
    },
    outbox: {
      ...database.outbox,
      markDelivered(id, at, outcome) {
        reach('delivery.after-sending');
        return database.outbox.markDelivered(id, at, outcome);
      },
    },
    uploads: {
      ...database.uploads,
      complete(id, attachment) {
        reach('completion.before-store');
        return then('completion.after-store', database.uploads.complete(id, attachment));
      },
    },
  };
}

/** Transactions that take no step (senders and watchers have theirs too) are none to die in. */
function noteMoves(dossiers: DossierStore, note: () => void): DossierStore {
  return {
    ...dossiers,
    async append(id, event, change) {
      const added = await dossiers.append(id, event, change);
      if (added) note();
      return added;
    },
  };
}
