/**
 * An officer's move on one dossier, as one transaction: history, change, due date, notice and audit.
 */
import type { OfficerMove } from '@motcua/schemas';
import type { Account } from '../../ports/account-store.js';
import type { GatewayDatabase, GatewayTransaction } from '../../ports/gateway-database.js';
import { listActors } from '../desk/authorisation.js';
import type { LetterStep } from '../letters/letter-step.js';
import { prepareOfficerEffect, type OfficerMoveServices } from './officer-effects.js';
import { prepareMove, recordMove, type MoveRequest, type PrepareEffect } from './record-move.js';

export interface OfficerMoveRequest {
  dossierId: string;
  move: OfficerMove;
  version: number;
  account: Account;
  uploadKey?: string | undefined;
}

/** @throws GatewayProblem with the refusal; then nothing has changed, and no serial is used up */
export async function moveDossier(
  request: OfficerMoveRequest,
  database: GatewayDatabase,
  services: OfficerMoveServices,
): Promise<void> {
  await database.transact(async (stores) => {
    const { account, move, dossierId } = request;
    await recordMove(stores, writeRequest(request), services, prepareEffect(request, stores, services));
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

/** The step that the move would be, judged as the move itself; what it takes is taken in this transaction. @throws as moveDossier */
export function prepareOfficerMove(
  stores: GatewayTransaction,
  request: OfficerMoveRequest,
  services: OfficerMoveServices,
): Promise<LetterStep> {
  return prepareMove(stores, writeRequest(request), services, prepareEffect(request, stores, services));
}

function writeRequest({ dossierId, move, version, account }: OfficerMoveRequest): MoveRequest {
  return {
    dossierId,
    move: move.move,
    version,
    actsAs: listActors(account.roles),
    officer: { accountId: account.id, name: account.name },
  };
}

function prepareEffect(
  { move, uploadKey }: OfficerMoveRequest,
  stores: GatewayTransaction,
  services: OfficerMoveServices,
): PrepareEffect {
  return (stored, at, lifecycle) => prepareOfficerEffect(move, { stored, at, lifecycle, stores, services, uploadKey });
}
