import { formatHex } from './hash-text.js';

/** A UUID (version 4) for one sending or one withdrawal. Keep it in the draft before the first attempt. */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return formatHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The capability for the uploads of one draft: 256 random bits, in hex. */
export function createUploadKey(): string {
  return formatHex(crypto.getRandomValues(new Uint8Array(32)));
}
