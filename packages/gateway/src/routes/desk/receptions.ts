import type { DeskReceptions } from '@motcua/schemas';
import { moveDossier } from '../../domain/moves/move-dossier.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import { describeProblem } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import { asProblem } from '../../http/storage-failure.js';
import type { ReceptionsRequest } from '../../http/wire-validator.js';
import type { Account } from '../../ports/account-store.js';
import { findOwnDossier, performAudited, requireSession, readDeskBody, type DeskServices } from './guard.js';

type Reception = DeskReceptions['results'][number];

/** POST /v1/desk/receptions: receives many dossiers, each in a transaction and with a result of its own. */
export function deskReceptionsRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/receptions',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const { dossiers } = services.wire.readReceptions(await readDeskBody(context.request, services.bodyLimits));
        return performAudited({ account, operation: 'dossier.receive-many' }, services, async () => {
          const results: Reception[] = [];
          for (const asked of dossiers) results.push(await receive(asked, account, services));
          return respondWithJson(JSON.stringify({ results } satisfies DeskReceptions), NO_STORE);
        });
      },
    },
  };
}

/** A refusal of one stops none of the others. */
async function receive(
  { code, version }: ReceptionsRequest['dossiers'][number],
  account: Account,
  services: DeskServices,
): Promise<Reception> {
  const operation = { account, operation: 'move.receive', recordsItself: true } as const;
  try {
    return await performAudited(operation, services, async (audited) => {
      const { id } = await findOwnDossier(code, audited, services);
      await moveDossier(
        { dossierId: id, move: { move: 'receive' }, version, account },
        services.database,
        services.moves,
      );
      const { officialCode = '', history, dueAt } = await services.database.dossiers.read(id);
      const due = dueAt === undefined ? {} : { dueAt: dueAt.toISOString() };
      return { asked: code, outcome: 'received', officialCode, version: history.length, ...due };
    });
  } catch (error) {
    return { asked: code, outcome: 'refused', problem: describeProblem(asProblem(error)) };
  }
}
