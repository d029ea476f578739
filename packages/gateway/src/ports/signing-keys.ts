/**
 * The keys that confirmations are signed with.
 */
export interface PublicSigningKey {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
}

export interface SigningKeys {
  /** Compact JWS (RFC 7515), EdDSA over Ed25519. */
  sign(payload: Uint8Array, type: string): Promise<string>;
  /** Public keys, the present one first. */
  publish(): readonly PublicSigningKey[];
}
