/**
 * SHA-256 of bytes, texts and JSON values, in lower-case hex.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

// The package is CommonJS and declares an ES default export.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

export function hashText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The RFC 8785 form of a JSON value. */
export function writeCanonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** Compares two SHA-256 hex strings in a time that says nothing of where they differ. */
export function equalHashes(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(left.padEnd(64).slice(0, 64)), Buffer.from(right.padEnd(64).slice(0, 64)));
}
