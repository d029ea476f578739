/**
 * Reads the letters that a dossier holds, as they were issued.
 */
import type { Dossier, Letter } from '@motcua/schemas';
import { GatewayProblem } from '../../http/problem.js';
import type { StoredDossier } from '../../ports/dossier-store.js';

/** Oldest first. */
export function listLetters({ history }: Pick<StoredDossier, 'history'>): NonNullable<Dossier['letters']> {
  return history.flatMap(({ details }) => {
    if (!details?.letter) return [];
    const { sequence, kind, issuedAt } = details.letter;
    return [{ sequence, kind, issuedAt }];
  });
}

const SEQUENCE = /^[1-9][0-9]{0,8}$/;

/**
 * The letter of a step, the same bytes each time.
 * @param typed from an address
 * @throws GatewayProblem `letter.not-found`
 */
export function readLetter(stored: StoredDossier, typed: string): Letter {
  const event = SEQUENCE.test(typed) ? stored.history.find(({ sequence }) => sequence === Number(typed)) : undefined;
  if (!event?.details?.letter) throw new GatewayProblem('letter.not-found');
  return event.details.letter;
}

/** The letter as the desk reads it: with the name of the officer who made the step. */
export function readLetterAtDesk(stored: StoredDossier, typed: string): Letter {
  const letter = readLetter(stored, typed);
  const officer = stored.history.find(({ sequence }) => sequence === letter.sequence)?.officer;
  return officer === undefined ? letter : { ...letter, officer: officer.name };
}
