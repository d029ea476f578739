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
  /** Seconds since 1970, as in OpenID Federation 1.0, section 8.7: what was signed before or after is not believed. */
  nbf?: number;
  exp?: number;
  /** It came into strange hands: nothing signed with it is believed. */
  revoked?: { revoked_at: number; reason?: string };
}

export interface SigningKeys {
  /** Compact JWS (RFC 7515), EdDSA over Ed25519. */
  sign(payload: Uint8Array, type: string): Promise<string>;
  /** Public keys, the present one first. */
  publish(): readonly PublicSigningKey[];
}
