import type { DeskAudit } from '@motcua/schemas';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import type { Route } from '../../http/route.js';
import type { AuditRequest } from '../../http/wire-validator.js';
import type { Account } from '../../ports/account-store.js';
import { readDossierCode } from '../../domain/codes.js';
import { GatewayProblem } from '../../http/problem.js';
import { performAudited, requireSession, readDeskBody, type DeskServices } from './guard.js';

const USUAL_LIMIT = 100;

/** POST /v1/desk/audit: who read or did what. A leader sees the own agency, an admin without an agency sees all. */
export function deskAuditRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/audit',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const body = services.wire.readAuditRequest(await readDeskBody(context.request, services.bodyLimits));
        return performAudited({ account, operation: 'audit.read' }, services, async () =>
          respondWithJson(JSON.stringify(await readAudit(body, account, services)), NO_STORE),
        );
      },
    },
  };
}

async function readAudit(
  { code, before, limit = USUAL_LIMIT }: AuditRequest,
  { agencyCode }: Account,
  { database }: DeskServices,
): Promise<DeskAudit> {
  const lock = code === undefined ? undefined : await database.dossiers.findLock(readDossierCode(code) ?? '');
  if (code !== undefined && !lock) throw new GatewayProblem('dossier.not-found');
  const entries = await database.audit.list({
    limit: limit + 1,
    ...(agencyCode === undefined ? {} : { agencyCode }),
    ...(lock === undefined ? {} : { dossierId: lock.id }),
    ...(before === undefined ? {} : { before }),
  });
  const page = entries.slice(0, limit);
  const last = page[page.length - 1];
  return {
    entries: page.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    ...(entries.length > page.length && last ? { next: last.id } : {}),
  };
}
