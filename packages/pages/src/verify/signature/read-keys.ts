/**
 * Reads public keys from a JWKS (RFC 7517). A key's name is its own fingerprint (RFC 7638), so no key can take the name of another. Times follow
 * the historical keys of OpenID Federation 1.0, section 8.7: `nbf`, `exp`, `revoked.revoked_at`, in seconds.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';
import { isObject, readJson } from '../document/json-text.js';
import { readBase64url, writeBase64url } from './read-base64url.js';
import { isStrictKey } from './strict-ed25519.js';

export interface PublicKey {
  kid: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** What it signed before or after is refused; milliseconds. */
  from?: number;
  until?: number;
  /** The key came into strange hands: nothing signed with it is believed, since a thief can write any time. */
  revoked?: boolean;
}

export type KeyFault = 'keys.malformed' | 'keys.private' | 'keys.none';

/** @param source JWKS or one JWK; keys for other algorithms are passed over */
export function readKeys(source: Uint8Array | string): readonly PublicKey[] | { fault: KeyFault } {
  const value = readJson(source);
  if (!isObject(value)) return { fault: 'keys.malformed' };
  const listed = Array.isArray(value['keys']) ? value['keys'].filter(isObject) : [value];
  // A private key must not travel; whoever pasted one has to learn of it.
  if (listed.some((key) => key['d'] !== undefined)) return { fault: 'keys.private' };
  const keys = listed.flatMap(readKey);
  return keys.length > 0 ? keys : { fault: 'keys.none' };
}

function readKey(jwk: JsonObject): PublicKey[] {
  const { kty, crv, x, kid, alg, use } = jwk;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return [];
  if ((alg !== undefined && alg !== 'EdDSA') || (use !== undefined && use !== 'sig')) return [];
  const bytes = readBase64url(x);
  if (!bytes || !isStrictKey(bytes)) return [];
  const name = fingerprint(x);
  if (kid !== undefined && kid !== name) return [];
  return [{ kid: name, bytes, ...readTimes(jwk) }];
}

function readTimes({ nbf, exp, revoked }: JsonObject): Pick<PublicKey, 'from' | 'until' | 'revoked'> {
  return {
    ...(isSeconds(nbf) ? { from: nbf * 1000 } : {}),
    ...(isSeconds(exp) ? { until: exp * 1000 } : {}),
    ...(revoked === undefined ? {} : { revoked: true }),
  };
}

function isSeconds(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function fingerprint(x: string): string {
  return writeBase64url(sha256(new TextEncoder().encode(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)));
}
