import { readQueue } from '../../domain/desk/read-queue.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import type { Route } from '../../http/route.js';
import { performAudited, requireAgency, requireSession, readDeskBody, type DeskServices } from './guard.js';

/** POST /v1/desk/queue: a search with a body, because a name may not stand in an address. */
export function deskQueueRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/queue',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const body = services.wire.readQueueRequest(await readDeskBody(context.request, services.bodyLimits));
        return performAudited({ account, operation: 'queue.read' }, services, async () => {
          const queue = await readQueue(body, requireAgency(account), services.database.queue, services.moves);
          return respondWithJson(JSON.stringify(queue), NO_STORE);
        });
      },
    },
  };
}
