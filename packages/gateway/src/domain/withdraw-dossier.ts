/**
 * Withdraws a dossier in a state in which its procedure lets the applicant do so; usually before it is received.
 */
import { GatewayProblem } from '../http/problem.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';
import { hashText, writeCanonicalJson } from './hash.js';
import { recordMove, type MoveServices } from './moves/record-move.js';

/**
 * The kept answer names the dossier only; it is written anew from the store, so that answers are not kept twice.
 * @param dossierId of a dossier whose secret was shown
 * @returns whether this was a repeat
 * @throws GatewayProblem `dossier.transition-refused`, `idempotency.in-flight`
 */
export async function withdrawDossier(
  dossierId: string,
  key: string,
  database: GatewayDatabase,
  services: MoveServices,
): Promise<boolean> {
  const outcome = await database.idempotency.once(
    { scope: `withdraw ${dossierId}`, key, bodyHash: hashText(writeCanonicalJson({})) },
    () => Promise.resolve(),
    async (stores) => {
      await recordMove(stores, { dossierId, move: 'withdraw', actsAs: ['applicant'] }, services);
      return { dossierId, body: '{}' };
    },
  );
  if (outcome.kind === 'in-flight')
    throw new GatewayProblem('idempotency.in-flight', { headers: { 'Retry-After': '1' } });
  if (outcome.kind === 'key-reused') throw new GatewayProblem('idempotency.key-reused');
  return outcome.kind === 'replayed';
}
