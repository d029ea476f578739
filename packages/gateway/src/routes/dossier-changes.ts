import type { ChangeFeed } from '../domain/changes/change-feed.js';
import type { Watcher, WatchSeats } from '../domain/changes/watch-seats.js';
import { findByCode, lookUpCompletion } from '../domain/look-up-dossier.js';
import { describeError } from '../http/log.js';
import { NO_STORE } from '../http/json-answer.js';
import { streamLines } from '../http/line-stream.js';
import type { Route, RouteContext } from '../http/route.js';
import { openWithSecret, writeDossier, type DossierServices } from './dossiers.js';

export interface ChangeServices {
  feed: ChangeFeed;
  seats: WatchSeats;
}

const LINES = { 'Content-Type': 'application/x-ndjson', 'Cache-Control': NO_STORE, 'X-Accel-Buffering': 'no' };

/** GET /v1/dossiers/{code}/changes: the answer of the look-up as a line, and again as a line each time it changes. */
export function dossierChangesRoute(services: DossierServices, changes: ChangeServices): Route {
  return {
    path: '/v1/dossiers/:code/changes',
    methods: {
      async GET(context) {
        const view = await openView(context, services);
        return new Response(await follow(view, context.request, services, changes), { headers: LINES });
      },
      async HEAD(context) {
        await openView(context, services);
        return new Response(null, { headers: LINES });
      },
    },
  };
}

interface View {
  dossierId: string;
  watcher: Watcher;
  /** What the look-up would answer now. */
  read(): Promise<string>;
}

/** With a secret the dossier, without one its completion: refusals are those of the look-up, byte for byte. */
async function openView(context: RouteContext, services: DossierServices): Promise<View> {
  const { dossiers } = services.submission.database;
  if (context.request.headers.has('motcua-lookup-secret')) {
    const dossierId = await openWithSecret(context, services);
    return { dossierId, watcher: { kind: 'holder', dossierId }, read: () => writeDossier(dossierId, services) };
  }
  const code = context.parameters['code'] ?? '';
  return {
    dossierId: (await findByCode(code, dossiers)).id,
    watcher: { kind: 'public', address: context.address },
    read: async () => JSON.stringify(await lookUpCompletion(code, dossiers)),
  };
}

async function follow(
  { dossierId, watcher, read }: View,
  { signal }: Request,
  { submission: { log } }: DossierServices,
  { feed, seats }: ChangeServices,
): Promise<ReadableStream<Uint8Array>> {
  const first = await read();
  const leave = seats.take(watcher);
  let last = first;
  return streamLines({
    first,
    heartbeat: seats.limits.heartbeat,
    signal,
    connect({ send, end }) {
      const tell = async (): Promise<void> => {
        const now = await read();
        if (now !== last) send(now);
        last = now;
      };
      const onFailure = (error: unknown): void => {
        log('alarm', { event: 'changes-unreadable', ...describeError(error) });
        end();
      };
      const unfollow = feed.follow(dossierId, { tell: () => void tell().catch(onFailure), end });
      return () => {
        unfollow();
        leave();
      };
    },
  });
}
