import type { Letter } from '@motcua/schemas';
import { isAllowed } from '../../domain/desk/authorisation.js';
import { writeControlSheet } from '../../domain/letters/control-sheet.js';
import { previewLetter } from '../../domain/letters/preview-letter.js';
import { readLetterAtDesk } from '../../domain/letters/read-letter.js';
import { readUploadKey, requireVersion } from '../../http/capability-headers.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import { GatewayProblem } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import type { StoredDossier } from '../../ports/dossier-store.js';
import {
  findOwnDossier,
  performAudited,
  readDeskBody,
  requireSession,
  type AuditedOperation,
  type DeskServices,
} from './guard.js';

/** GET /v1/desk/dossiers/{code}/letters/{sequence}, GET …/control-sheet, and POST …/letters, which previews. */
export function deskLetterRoutes(services: DeskServices): Route[] {
  return [issuedLetterRoute(services), controlSheetRoute(services), previewRoute(services)];
}

function issuedLetterRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code/letters/:sequence',
    methods: {
      async GET(context) {
        const { account } = await requireSession(context, services);
        return performAudited({ account, operation: 'letter.read' }, services, async (operation) => {
          const { code = '', sequence = '' } = context.parameters;
          return respondWithLetter(readLetterAtDesk(await readOwn(code, operation, services), sequence));
        });
      },
    },
  };
}

function controlSheetRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code/control-sheet',
    methods: {
      async GET(context) {
        const { account } = await requireSession(context, services);
        return performAudited({ account, operation: 'letter.read' }, services, async (operation) => {
          const stored = await readOwn(context.parameters['code'] ?? '', operation, services);
          const { procedures, calendar } = services.moves;
          return respondWithLetter(
            writeControlSheet(stored, services.clock.now(), { procedures, calendar, units: services.units }),
          );
        });
      },
    },
  };
}

/** Refused as the move itself would be, and by the same matrix. */
function previewRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/dossiers/:code/letters',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const { request, parameters } = context;
        const move = services.wire.readMove(await readDeskBody(request, services.bodyLimits));
        const version = requireVersion(request);
        return performAudited({ account, operation: 'letter.preview' }, services, async (operation) => {
          if (!isAllowed(account.roles, `move.${move.move}`)) throw new GatewayProblem('officer.not-allowed');
          const { id } = await findOwnDossier(parameters['code'] ?? '', operation, services);
          const asked = { dossierId: id, move, version, account, uploadKey: readUploadKey(request) };
          return respondWithLetter(await previewLetter(asked, services.database, services.moves));
        });
      },
    },
  };
}

async function readOwn(code: string, operation: AuditedOperation, services: DeskServices): Promise<StoredDossier> {
  const { id } = await findOwnDossier(code, operation, services);
  return services.database.dossiers.read(id);
}

function respondWithLetter(letter: Letter): Response {
  return respondWithJson(JSON.stringify(letter), NO_STORE);
}
