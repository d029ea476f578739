/**
 * The letter that a move would issue: the move is judged and prepared as if it were made, in a transaction that is taken back.
 */
import type { Letter } from '@motcua/schemas';
import { GatewayProblem } from '../../http/problem.js';
import type { GatewayDatabase, GatewayTransaction } from '../../ports/gateway-database.js';
import { prepareOfficerMove, type OfficerMoveRequest } from '../moves/move-dossier.js';
import type { OfficerMoveServices } from '../moves/officer-effects.js';
import { writeLetter } from './write-letter.js';

/** Ends a transaction so that nothing of it is kept: no serial is used up, no file is claimed. */
class TakenBack extends Error {}

/**
 * The letter, unsigned. Its code is the one that would be given now.
 * @throws GatewayProblem with the refusal of the move, and `letter.not-issued` for a move that issues none
 */
export async function previewLetter(
  request: OfficerMoveRequest,
  database: GatewayDatabase,
  services: OfficerMoveServices,
): Promise<Letter> {
  const letter = await takeBack(database, async (stores) => {
    const step = await prepareOfficerMove(stores, request, services);
    return writeLetter(step, services.letters);
  });
  if (!letter) throw new GatewayProblem('letter.not-issued');
  return { ...letter, officer: request.account.name };
}

async function takeBack<Result>(
  database: GatewayDatabase,
  work: (stores: GatewayTransaction) => Promise<Result>,
): Promise<Result> {
  const done: Result[] = [];
  const end = new TakenBack();
  await database
    .transact(async (stores) => {
      done.push(await work(stores));
      throw end;
    })
    .catch((error: unknown) => {
      if (error !== end) throw error;
    });
  return done[0] as Result;
}
