/** The secret that lets its holder see a dossier: made on the device, shown once, known to the gateway by its hash only. */
import { UsageError } from '../errors/client-error.js';
import { areSymbols, createSymbols, foldSymbols, groupSymbols } from './crockford.js';
import { hashText } from './hash-text.js';

const LENGTH = 26;

/** A fresh secret of 130 random bits in canonical form: 26 upper-case symbols. */
export function createLookupSecret(): string {
  return createSymbols(LENGTH);
}

/** Reads a secret as typed or pasted. @throws UsageError `code.malformed` */
export function normalizeLookupSecret(text: string): string {
  const symbols = foldSymbols(text);
  if (!areSymbols(symbols, LENGTH)) throw new UsageError('code.malformed');
  return symbols;
}

/** As shown and printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XX`. @throws UsageError `code.malformed` */
export function formatLookupSecret(secret: string): string {
  return groupSymbols(normalizeLookupSecret(secret));
}

/** SHA-256, in hex, of the canonical form: what a submission carries. @throws UsageError `code.malformed` */
export async function hashLookupSecret(secret: string): Promise<string> {
  return hashText(normalizeLookupSecret(secret));
}
