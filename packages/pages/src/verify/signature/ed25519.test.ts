import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { describe, test } from 'node:test';
import { Point } from '@noble/ed25519';
import { openEd25519, verifyInPage, type VerifyEd25519 } from './ed25519.js';
import { readBase64url } from './read-base64url.js';
import { readJws, signingInput } from './read-jws.js';
import { isStrictKey } from './strict-ed25519.js';

const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** RFC 8032, section 7.1, tests 1 to 3. */
const vectors = [
  {
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
].map(({ key, message, signature }) => ({ key: hex(key), message: hex(message), signature: hex(signature) }));

/** RFC 8037, appendix A.1 and A.4. */
const example = {
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  jws: 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
};

/** Canonical encodings of the points of order 1, 2, 4 and 8. */
const lowOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
];

/** The same points spelt a second way: y + p, or a sign on x = 0. */
const secondSpelling = [
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

const browser = await openEd25519(webcrypto.subtle as SubtleCrypto);
const verifiers: Readonly<Record<string, VerifyEd25519>> = { browser: browser.verify, page: verifyInPage };

test('the trial takes the browser’s implementation where it works', () => {
  assert.equal(browser.by, 'browser');
});

describe('the trial takes the page’s implementation', () => {
  const never = (): Promise<never> => Promise.reject(new Error('NotSupportedError'));
  const broken: Readonly<Record<string, Partial<SubtleCrypto> | undefined>> = {
    'where there is no crypto.subtle': undefined,
    'where Ed25519 is refused': { importKey: never },
    'where everything is said to hold': {
      importKey: webcrypto.subtle.importKey.bind(webcrypto.subtle) as SubtleCrypto['importKey'],
      verify: async () => true,
    },
    'where nothing holds': {
      importKey: webcrypto.subtle.importKey.bind(webcrypto.subtle) as SubtleCrypto['importKey'],
      verify: async () => false,
    },
  };
  for (const [name, subtle] of Object.entries(broken)) {
    test(name, async () => {
      // The default parameter would find Node's own, so absence is given as null.
      const { by, verify } = await openEd25519((subtle ?? null) as SubtleCrypto);
      assert.equal(by, 'page');
      const [, vector] = vectors;
      assert.ok(vector && (await verify(vector.signature, vector.message, vector.key)));
    });
  }
});

for (const [name, verify] of Object.entries(verifiers)) {
  describe(`Ed25519 by the ${name}`, () => {
    test('takes the vectors of RFC 8032', async () => {
      for (const { signature, message, key } of vectors) assert.equal(await verify(signature, message, key), true);
    });

    test('takes the JWS of RFC 8037', async () => {
      const jws = readJws(example.jws);
      const key = readBase64url(example.x);
      assert.ok(jws?.signature.bytes && key);
      const input = signingInput(jws.header.text, jws.payload.text);
      assert.equal(await verify(jws.signature.bytes, input, key), true);
    });

    test('refuses every single altered bit of a signature and of a key', async () => {
      for (const { signature, message, key } of vectors.slice(1)) {
        for (let bit = 0; bit < 512; bit += 1) assert.equal(await verify(flip(signature, bit), message, key), false);
        for (let bit = 0; bit < 256; bit += 1) assert.equal(await verify(signature, message, flip(key, bit)), false);
      }
    });

    test('refuses a signature whose S is written a second time, larger by the order of the group', async () => {
      for (const { signature, message, key } of vectors) {
        const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`);
        const larger = Buffer.from((s + L).toString(16).padStart(64, '0'), 'hex').reverse();
        const twin = Uint8Array.from([...signature.subarray(0, 32), ...larger]);
        assert.equal(await verify(twin, message, key), false);
      }
    });

    test('refuses points of low order as R and as key, in either spelling', async () => {
      const message = hex('72');
      const zero = new Uint8Array(32);
      for (const point of [...lowOrder, ...secondSpelling].map(hex)) {
        assert.equal(isStrictKey(point), false);
        for (const other of [...lowOrder, ...secondSpelling].map(hex))
          assert.equal(await verify(Uint8Array.from([...other, ...zero]), message, point), false);
        for (const { signature, key } of vectors)
          assert.equal(await verify(Uint8Array.from([...point, ...signature.subarray(32)]), message, key), false);
      }
    });

    test('refuses lengths that are not those of Ed25519', async () => {
      const [, vector] = vectors;
      assert.ok(vector);
      const { signature, message, key } = vector;
      assert.equal(await verify(signature.slice(0, 63), message, key), false);
      assert.equal(await verify(Uint8Array.from([...signature, 0]), message, key), false);
      assert.equal(await verify(signature, message, key.slice(0, 31)), false);
      assert.equal(await verify(new Uint8Array(0), message, key), false);
    });
  });
}

test('a key with a part of low order is no key', () => {
  const [, vector] = vectors;
  assert.ok(vector);
  const mixed = Point.fromBytes(vector.key).add(Point.fromHex(lowOrder[4] ?? ''));
  assert.equal(isStrictKey(mixed.toBytes()), false);
  assert.equal(isStrictKey(vector.key), true);
});

function flip(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const altered = bytes.slice();
  altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return altered;
}
