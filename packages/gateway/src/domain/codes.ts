/**
 * Provisional codes, look-up secrets, and how people may type them (Crockford base32: no I, L, O, U).
 */
import { randomBytes } from 'node:crypto';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PROVISIONAL = /^TN([0-9A-HJKMNP-TV-Z]{12})$/;
const SECRET = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Accepts what running systems issue; no meaning is ever read out of it. */
const OFFICIAL = /^[A-Z0-9]+(\.[A-Z0-9]+)*-\d{6,8}-\d{4,}$/;

/** Makes a provisional code of 60 random bits, as `TN-8K3M-2Q7X-WRT4`. */
export function createProvisionalCode(): string {
  const symbols = [...randomBytes(12)].map((byte) => SYMBOLS.charAt(byte & 31)).join('');
  return formatProvisional(symbols);
}

/**
 * The canonical form of a dossier code as typed, or nothing when it cannot be one.
 * Case, spaces and hyphens do not matter in a provisional code, and O, I, L are read as 0, 1, 1.
 */
export function readDossierCode(typed: string): string | undefined {
  if (typed.length > 128) return undefined;
  const upper = typed.normalize('NFKC').trim().toUpperCase();
  const provisional = PROVISIONAL.exec(
    upper
      .replace(/^TN[\s-]*/, 'TN')
      .replace(/[\s-]/g, '')
      .replace(/[OIL]/g, readLookAlike),
  );
  if (provisional) return formatProvisional(provisional[1] as string);
  const official = upper.replace(/\s/g, '');
  return OFFICIAL.test(official) ? official : undefined;
}

/** The canonical 26 symbols of a look-up secret as typed, or nothing when it cannot be one. */
export function readLookupSecret(typed: string): string | undefined {
  if (typed.length > 128) return undefined;
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[OIL]/g, readLookAlike);
  return SECRET.test(symbols) ? symbols : undefined;
}

function readLookAlike(symbol: string): string {
  return symbol === 'O' ? '0' : '1';
}

function formatProvisional(symbols: string): string {
  return `TN-${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8, 12)}`;
}
