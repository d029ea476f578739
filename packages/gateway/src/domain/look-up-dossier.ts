/**
 * Looks a dossier up: by code alone its completion, with the secret all of it.
 */
import type { DossierCompletion } from '@motcua/schemas';
import { GatewayProblem } from '../http/problem.js';
import type { DossierLock, DossierStore } from '../ports/dossier-store.js';
import { readDossierCode, readLookupSecret } from './codes.js';
import { equalHashes, hashText } from './hash.js';
import type { SecretThrottle } from './secret-throttle.js';
import { readCompletion } from './states.js';

/** @throws GatewayProblem `dossier.not-found` */
export async function lookUpCompletion(typedCode: string, dossiers: DossierStore): Promise<DossierCompletion> {
  const { code, state } = await findByCode(typedCode, dossiers);
  return { code, completion: readCompletion(state) };
}

/**
 * Finds a dossier by its code alone, for what anyone may learn.
 * @throws GatewayProblem `dossier.not-found`
 */
export async function findByCode(typedCode: string, dossiers: DossierStore): Promise<DossierLock> {
  const code = readDossierCode(typedCode);
  const lock = code === undefined ? undefined : await dossiers.findLock(code);
  if (!lock) throw new GatewayProblem('dossier.not-found');
  return lock;
}

export interface SecretAttempt {
  typedCode: string;
  typedSecret: string;
  /** Of the client, for slowing wrong guesses. */
  address: string;
}

/** What an unknown code is compared with, so that it takes the steps of a known one. */
const NO_SECRET = hashText('no secret has this hash');

/**
 * Opens a dossier with its secret. A right secret is always answered; an unknown code and a wrong secret answer the same.
 * @throws GatewayProblem `dossier.not-found`, `dossier.secret-throttled`
 */
export async function openDossier(
  { typedCode, typedSecret, address }: SecretAttempt,
  dossiers: DossierStore,
  throttle: SecretThrottle,
): Promise<DossierLock> {
  const code = readDossierCode(typedCode);
  const lock = await dossiers.findLock(code ?? '');
  const secret = readLookupSecret(typedSecret) ?? '';
  const matches = equalHashes(hashText(secret), lock?.lookupSecretHash ?? NO_SECRET);
  if (lock && matches) return lock;
  const seconds = throttle.countFailure(code ?? 'malformed', address);
  if (seconds > 0)
    throw new GatewayProblem('dossier.secret-throttled', { headers: { 'Retry-After': String(seconds) } });
  throw new GatewayProblem('dossier.not-found');
}
