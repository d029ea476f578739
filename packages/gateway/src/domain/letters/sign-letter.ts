/**
 * Signs a letter as it is issued: every member of it, so that whatever the sheet says can be held against the signature.
 */
import type { SigningKeys } from '../../ports/signing-keys.js';
import { writeCanonicalJson } from '../hash.js';
import type { IssuedLetter } from './write-letter.js';

/** `typ` of each kind (RFC 8725, section 3.11): one letter can never pass for another. */
const JWS_TYPES: Readonly<Record<IssuedLetter['kind'], string>> = {
  receptionSlip: 'motcua-reception-slip+jws',
  supplementRequest: 'motcua-supplement-request+jws',
  refusal: 'motcua-refusal+jws',
  apology: 'motcua-apology+jws',
  result: 'motcua-result+jws',
};

/** Signs the RFC 8785 form of the letter. */
export async function signLetter(letter: IssuedLetter, keys: SigningKeys): Promise<IssuedLetter> {
  const payload = new TextEncoder().encode(writeCanonicalJson(letter));
  return { ...letter, jws: await keys.sign(payload, JWS_TYPES[letter.kind]) };
}
