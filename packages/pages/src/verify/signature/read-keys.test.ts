import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSigner } from '../testing/signed-papers.js';
import { readKeys } from './read-keys.js';

const signer = createSigner();

test('a JWKS and a single JWK give the key under its fingerprint', () => {
  for (const text of [signer.jwks(), JSON.stringify(signer.jwk), JSON.stringify({ ...signer.jwk, kid: undefined })]) {
    const keys = readKeys(text);
    assert.ok(!('fault' in keys));
    assert.deepEqual(
      keys.map(({ kid }) => kid),
      [signer.kid],
    );
  }
});

test('the fingerprint is that of RFC 8037, appendix A.3', () => {
  const keys = readKeys('{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}');
  assert.ok(!('fault' in keys));
  assert.equal(keys[0]?.kid, 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('times and revocation are read in seconds', () => {
  const keys = readKeys(signer.jwks({ nbf: 10, exp: 20, revoked: { revoked_at: 15 } }));
  assert.ok(!('fault' in keys));
  const { from, until, revoked } = keys[0] ?? {};
  assert.deepEqual({ from, until, revoked }, { from: 10_000, until: 20_000, revoked: true });
});

test('a key cannot take the name of another', () => {
  assert.deepEqual(readKeys(signer.jwks({ kid: createSigner().kid })), { fault: 'keys.none' });
});

test('a private key is refused by name, even beside public ones', () => {
  const keys = [signer.jwk, { ...createSigner().jwk, d: 'secret' }];
  assert.deepEqual(readKeys(JSON.stringify({ keys })), { fault: 'keys.private' });
});

test('keys for other uses, and what is no key, are passed over', () => {
  for (const more of [{ alg: 'HS256' }, { use: 'enc' }, { kty: 'EC' }, { crv: 'X25519' }, { x: 'AAAA' }, { x: 7 }])
    assert.deepEqual(readKeys(signer.jwks(more)), { fault: 'keys.none' }, JSON.stringify(more));
  assert.deepEqual(readKeys('{"keys":[null,7,"x"]}'), { fault: 'keys.none' });
  for (const text of ['', '[]', '7', '{"keys":']) assert.deepEqual(readKeys(text), { fault: 'keys.malformed' }, text);
});
