/** Crockford base32: no I, L, O, U; what people mistake is read as what was meant. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of 5 random bits each. */
export function createSymbols(count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  // 256 is a multiple of 32, so the low five bits of a byte are even.
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
}

/** Upper case without spaces, hyphens of any kind and invisible marks; O as 0, I and L as 1. */
export function foldSymbols(text: string): string {
  return stripSeparators(text).replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** Upper case without spaces, hyphens of any kind and invisible marks. */
export function stripSeparators(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
}

export function areSymbols(text: string, count: number): boolean {
  return text.length === count && [...text].every((symbol) => ALPHABET.includes(symbol));
}

/** `XXXX-XXXX-…` */
export function groupSymbols(symbols: string): string {
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
