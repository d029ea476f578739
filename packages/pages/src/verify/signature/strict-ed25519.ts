/**
 * What RFC 8032 leaves to implementations is decided here, once, for every verifier: browsers differ on it. Each number has one spelling, and no
 * point of low or mixed order stands in a signature or a key; then the equation with and without the cofactor say the same.
 */
import { Point } from '@noble/ed25519';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Order of the group, RFC 8032 section 5.1. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** A public key that a signer makes: canonical, in the group of prime order, not its neutral element. */
export function isStrictKey(key: Uint8Array): boolean {
  return key.length === KEY_BYTES && isStrictPoint(key);
}

/** A signature that a signer makes: R as a strict point, S below the group's order. */
export function isStrictSignature(signature: Uint8Array): boolean {
  return (
    signature.length === SIGNATURE_BYTES &&
    readLittleEndian(signature.subarray(KEY_BYTES)) < GROUP_ORDER &&
    isStrictPoint(signature.subarray(0, KEY_BYTES))
  );
}

function isStrictPoint(bytes: Uint8Array): boolean {
  try {
    const point = Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

function readLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
