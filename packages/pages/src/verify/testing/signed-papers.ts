/** A signer for tests: a key, its JWKS, and papers signed as the gateway signs them. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { canonicalJson, type JsonObject } from '@motcua/form-engine';

export interface TestSigner {
  kid: string;
  jwk: JsonObject;
  /** A JWKS of this key alone, with more members when given. */
  jwks(more?: JsonObject): string;
  /** A compact JWS; the header is the gateway's unless members are given. */
  sign(payload: JsonObject | string, header?: JsonObject): string;
}

export function createSigner(): TestSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  return {
    kid,
    jwk,
    jwks: (more = {}) => JSON.stringify({ keys: [{ ...jwk, ...more }] }),
    sign: (payload, header = { alg: 'EdDSA', kid, typ: 'motcua-confirmation+jws' }) =>
      signText(JSON.stringify(header), typeof payload === 'string' ? payload : canonicalJson(payload), privateKey),
  };
}

function signText(header: string, payload: string, key: KeyObject): string {
  const input = [header, payload].map((text) => Buffer.from(text).toString('base64url')).join('.');
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** What a confirmation says, invented. */
export const SAMPLE_CONFIRMATION: JsonObject = {
  provisionalCode: 'TN-7K3M-Q9XD-2F8P',
  submittedAt: '2026-11-20T08:42:00.000Z',
  procedure: {
    slug: 'civil-status/birth-registration',
    code: '1.001193',
    version: '2026.1.0',
    planHash: 'a'.repeat(64),
    title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  },
  agency: {
    code: '09556',
    name: { vi: 'Ủy ban nhân dân phường Hà Đông', en: 'People’s Committee of Hà Đông ward' },
    provinceCode: '01',
    provinceName: { vi: 'Thành phố Hà Nội', en: 'Hà Nội City' },
  },
  payloadHash: 'b'.repeat(64),
};

/** The instant at which tests verify: after the sample was signed. */
export const TEST_NOW = Date.parse('2026-11-21T00:00:00Z');
