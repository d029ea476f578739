/**
 * Withdraws a dossier before it is received.
 */
import type { Dossier } from '@motcua/schemas';
import { GatewayProblem } from '../http/problem.js';
import type { Clock } from '../ports/clock.js';
import type { GatewayDatabase, GatewayTransaction } from '../ports/gateway-database.js';
import { hashText, writeCanonicalJson } from './hash.js';
import { describeDossier, readState } from './look-up-dossier.js';
import { findTransition } from './states.js';

export interface WithdrawalResult {
  dossier: Dossier;
  replayed: boolean;
}

/**
 * The kept answer names the dossier only; it is written anew from the store, so that answers are not kept twice.
 * @param dossierId of a dossier whose secret was shown
 * @throws GatewayProblem `dossier.transition-refused`, `idempotency.in-flight`
 */
export async function withdrawDossier(
  dossierId: string,
  key: string,
  database: GatewayDatabase,
  clock: Clock,
): Promise<WithdrawalResult> {
  const outcome = await database.idempotency.once(
    { scope: `withdraw ${dossierId}`, key, bodyHash: hashText(writeCanonicalJson({})) },
    () => Promise.resolve(),
    async ({ dossiers }) => {
      await addWithdrawal(dossierId, dossiers, clock);
      return { dossierId, body: '{}' };
    },
  );
  if (outcome.kind === 'in-flight')
    throw new GatewayProblem('idempotency.in-flight', { headers: { 'Retry-After': '1' } });
  if (outcome.kind === 'key-reused') throw new GatewayProblem('idempotency.key-reused');
  return { dossier: describeDossier(await database.dossiers.read(dossierId)), replayed: outcome.kind === 'replayed' };
}

async function addWithdrawal(dossierId: string, dossiers: GatewayTransaction['dossiers'], clock: Clock): Promise<void> {
  const stored = await dossiers.read(dossierId);
  const transition = findTransition(readState(stored), 'withdraw');
  if (!transition || transition.to === 'previous') throw new GatewayProblem('dossier.transition-refused');
  const added = await dossiers.append(dossierId, {
    sequence: stored.history.length + 1,
    state: transition.to,
    at: clock.now(),
    actor: transition.actor,
  });
  if (!added) throw new GatewayProblem('dossier.transition-refused');
}
