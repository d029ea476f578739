import { UsageError } from '../errors/client-error.js';
import { areSymbols, foldSymbols, groupSymbols, stripSeparators } from './crockford.js';

/** The canonical `TN-XXXX-XXXX-XXXX` of a provisional code as typed or scanned; absent when it is none. */
export function readProvisionalCode(text: string): string | undefined {
  const packed = stripSeparators(text);
  const symbols = foldSymbols(packed.slice(2));
  return packed.startsWith('TN') && areSymbols(symbols, 12) ? `TN-${groupSymbols(symbols)}` : undefined;
}

/**
 * Reads a dossier code as typed or scanned. A provisional code comes out in canonical form; any other is taken for an official
 * one, which is only trimmed and upper-cased, for its dots and hyphens mean something.
 * @throws UsageError `code.malformed` when there is no letter or digit in it.
 */
export function normalizeDossierCode(text: string): string {
  const provisional = readProvisionalCode(text);
  if (provisional !== undefined) return provisional;
  const official = text.trim().toUpperCase();
  if (!/[\p{L}\p{N}]/u.test(official)) throw new UsageError('code.malformed');
  return official;
}

/** Is it, in canonical form, one of the codes given at sending, before the agency's own? */
export function isProvisionalCode(code: string): boolean {
  return readProvisionalCode(code) === code;
}
