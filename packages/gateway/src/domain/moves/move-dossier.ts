/**
 * An officer's move on one dossier, as one transaction: history, change, due date, notice and audit.
 */
import type { OfficerMove } from '@motcua/schemas';
import type { Account } from '../../ports/account-store.js';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import { listActors } from '../desk/authorisation.js';
import { prepareOfficerEffect, type OfficerMoveServices } from './officer-effects.js';
import { recordMove } from './record-move.js';

export interface OfficerMoveRequest {
  dossierId: string;
  move: OfficerMove;
  version: number;
  account: Account;
  uploadKey?: string | undefined;
}

/** @throws GatewayProblem with the refusal; then nothing has changed, and no serial is used up */
export async function moveDossier(
  { dossierId, move, version, account, uploadKey }: OfficerMoveRequest,
  database: GatewayDatabase,
  services: OfficerMoveServices,
): Promise<void> {
  await database.transact(async (stores) => {
    const request = {
      dossierId,
      move: move.move,
      version,
      actsAs: listActors(account.roles),
      officer: { accountId: account.id, name: account.name },
    };
    await recordMove(stores, request, services, (stored, at, lifecycle) =>
      prepareOfficerEffect(move, { stored, at, lifecycle, stores, services, uploadKey }),
    );
    await stores.audit.add({
      at: services.clock.now(),
      accountId: account.id,
      ...(account.agencyCode === undefined ? {} : { agencyCode: account.agencyCode }),
      operation: `move.${move.move}`,
      dossierId,
      outcome: 'done',
    });
  });
}
