import type { DeskSession } from '@motcua/schemas';
import { listOperations } from '../../domain/desk/authorisation.js';
import { readSession, signIn, signOut, type OpenSession } from '../../domain/desk/sign-in.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import type { Route } from '../../http/route.js';
import { readSessionCookie, writeSessionCookie } from '../../http/session-cookie.js';
import { requireDeskHeader, requireSession, readDeskBody, type DeskServices } from './guard.js';

/** POST, GET and DELETE /v1/desk/session: sign in, who is signed in, sign out. */
export function deskSessionRoute(services: DeskServices): Route {
  const { cookie, wire, bodyLimits } = services;
  const respond = (session: OpenSession, headers: Record<string, string> = {}): Response =>
    respondWithJson(JSON.stringify(describeSession(session, services)), NO_STORE, headers);
  return {
    path: '/v1/desk/session',
    methods: {
      async POST({ request, address }) {
        requireDeskHeader(request);
        const credentials = wire.readCredentials(await readDeskBody(request, bodyLimits));
        const { token } = await signIn(credentials, address, services);
        return respond(await readSession(token, services), { 'Set-Cookie': writeSessionCookie(cookie, token) });
      },
      async GET(context) {
        return respond(await requireSession(context, services));
      },
      async DELETE({ request }) {
        requireDeskHeader(request);
        const token = readSessionCookie(request, cookie);
        if (token !== undefined) await signOut(token, services);
        return new Response(null, {
          status: 204,
          headers: { 'Cache-Control': NO_STORE, 'Set-Cookie': writeSessionCookie(cookie) },
        });
      },
    },
  };
}

function describeSession({ account, endsAt }: OpenSession, { units, limits }: DeskServices): DeskSession {
  const agency = account.agencyCode === undefined ? undefined : units.findAgency(account.agencyCode);
  return {
    login: account.login,
    name: account.name,
    roles: [...account.roles],
    ...(agency === undefined ? {} : { agency }),
    operations: listOperations(account.roles),
    idleSeconds: limits.idleSeconds,
    endsAt: endsAt.toISOString(),
  };
}
