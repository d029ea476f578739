/** Takes a compact JWS (RFC 7515, section 7.1) apart. It says nothing of its truth. */
import { readBase64url } from './read-base64url.js';

export type JwsPart = 'header' | 'payload' | 'signature';

/** A part that cannot be read keeps its text; its bytes are absent. */
export interface ReadJws {
  header: { text: string; bytes: Bytes | undefined };
  payload: { text: string; bytes: Bytes | undefined };
  signature: { text: string; bytes: Bytes | undefined };
}

type Bytes = Uint8Array<ArrayBuffer>;

export const SIGNATURE_BYTES = 64;
const PARTS = 3;

/** Undefined when it has not exactly three parts. */
export function readJws(text: string): ReadJws | undefined {
  const parts = text.split('.').map((part) => ({ text: part, bytes: readBase64url(part) }));
  const [header, payload, signature] = parts;
  return parts.length === PARTS && header && payload && signature ? { header, payload, signature } : undefined;
}

/** The bytes that are signed: header and payload as they were written. */
export function signingInput(header: string, payload: string): Bytes {
  return new TextEncoder().encode(`${header}.${payload}`);
}
