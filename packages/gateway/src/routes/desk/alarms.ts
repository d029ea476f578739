import { listAlarms } from '../../domain/watchdog/list-alarms.js';
import type { WatchServices } from '../../domain/watchdog/watch-conditions.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import { GatewayProblem } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import { performAudited, requireSession, type DeskServices } from './guard.js';

/** POST /v1/desk/alarms and /v1/desk/outbox/{id}/replay: of the own agency; an account without one sees and replays for all. */
export function deskAlarmRoutes(desk: DeskServices, watch: WatchServices): Route[] {
  return [alarmsRoute(desk, watch), replayRoute(desk)];
}

function alarmsRoute(desk: DeskServices, watch: WatchServices): Route {
  return {
    path: '/v1/desk/alarms',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, desk);
        // Pages ask every few seconds, and nothing of a person is in the answer: only refusals are written down.
        const operation = { account, operation: 'alarms.read', recordsItself: true } as const;
        return performAudited(operation, desk, async () => {
          const alarms = await listAlarms(desk.database, watch, desk.clock.now(), account.agencyCode);
          return respondWithJson(JSON.stringify(alarms), NO_STORE);
        });
      },
    },
  };
}

const ID = /^[1-9][0-9]{0,15}$/;

function replayRoute(desk: DeskServices): Route {
  return {
    path: '/v1/desk/outbox/:id/replay',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, desk);
        return performAudited({ account, operation: 'message.replay' }, desk, async () => {
          const id = context.parameters['id'] ?? '';
          const isOpen =
            ID.test(id) && (await desk.database.outbox.replay(Number(id), desk.clock.now(), account.agencyCode));
          if (!isOpen) throw new GatewayProblem('message.not-found');
          return new Response(null, { status: 204, headers: { 'Cache-Control': NO_STORE } });
        });
      },
    },
  };
}
