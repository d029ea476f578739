import type { JsonObject } from '@motcua/form-engine';
import { describeDeskDossier } from '../../domain/desk/describe-desk-dossier.js';
import { findPapers } from '../../domain/desk/find-papers.js';
import { readResults } from '../../domain/describe-dossier.js';
import { moveDossier } from '../../domain/moves/move-dossier.js';
import { readUploadKey, requireVersion } from '../../http/capability-headers.js';
import { respondWithFile } from '../../http/file-answer.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import { GatewayProblem } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import type { Account } from '../../ports/account-store.js';
import { findOwnDossier, performAudited, requireSession, readDeskBody, type DeskServices } from './guard.js';

/** GET /v1/desk/dossiers/{code}, its papers, and POST …/moves. */
export function deskDossierRoutes(services: DeskServices): Route[] {
  return [dossierRoute(services), paperRoute(services), moveRoute(services)];
}

function dossierRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code',
    methods: {
      async GET(context) {
        const { account } = await requireSession(context, services);
        return performAudited({ account, operation: 'dossier.read' }, services, async (operation) => {
          const { id } = await findOwnDossier(context.parameters['code'] ?? '', operation, services);
          return respondWithDossier(id, account, services);
        });
      },
    },
  };
}

/** Papers that stand in the answers now, and the files of the result. */
function paperRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code/papers/:uploadId',
    methods: {
      async GET(context) {
        const { account } = await requireSession(context, services);
        return performAudited({ account, operation: 'paper.read' }, services, async (operation) => {
          const { id } = await findOwnDossier(context.parameters['code'] ?? '', operation, services);
          const stored = await services.database.dossiers.read(id);
          const held = [
            ...findPapers(stored.submission.data as JsonObject).map(({ attachment }) => attachment),
            ...readResults(stored),
          ];
          const paper = held.find(({ uploadId }) => uploadId === context.parameters['uploadId']);
          const bytes = paper && (await services.files.open(paper.uploadId));
          if (!paper || !bytes) throw new GatewayProblem('paper.not-found');
          return respondWithFile(paper, bytes);
        });
      },
    },
  };
}

function moveRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code/moves',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const { request, parameters } = context;
        const move = services.wire.readMove(await readDeskBody(request, services.bodyLimits));
        const version = requireVersion(request);
        const operation = { account, operation: `move.${move.move}`, recordsItself: true } as const;
        return performAudited(operation, services, async (audited) => {
          const { id } = await findOwnDossier(parameters['code'] ?? '', audited, services);
          const asked = { dossierId: id, move, version, account, uploadKey: readUploadKey(request) };
          await moveDossier(asked, services.database, services.moves);
          return respondWithDossier(id, account, services);
        });
      },
    },
  };
}

async function respondWithDossier(id: string, account: Account, services: DeskServices): Promise<Response> {
  const dossier = describeDeskDossier(await services.database.dossiers.read(id), account, services.moves);
  return respondWithJson(JSON.stringify(dossier), NO_STORE, { ETag: `"${dossier.version}"` });
}
