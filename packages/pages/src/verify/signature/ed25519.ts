/** Verifies Ed25519 signatures with what the browser has: its own implementation when a trial shows that it works, else ours. */
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { isStrictKey, isStrictSignature } from './strict-ed25519.js';

/** @param key 32 bytes; @param signature 64 bytes */
export type VerifyEd25519 = (
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

export interface Ed25519 {
  /** `browser`: `crypto.subtle`; `page`: the implementation that this page brings. */
  by: 'browser' | 'page';
  verify: VerifyEd25519;
}

/** Chooses by a trial: naming the algorithm proves nothing, since old browsers know `crypto.subtle` but not Ed25519. */
export async function openEd25519(subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle): Promise<Ed25519> {
  const own = subtle && beStrict(verifyBy(subtle));
  return own && (await passesTrial(own)) ? { by: 'browser', verify: own } : { by: 'page', verify: verifyInPage };
}

/** By `@noble/ed25519`, wherever JavaScript runs. */
export const verifyInPage: VerifyEd25519 = beStrict(async (signature, message, key) => {
  hashes.sha512 = sha512;
  return verify(signature, message, key, { zip215: false });
});

function verifyBy(subtle: SubtleCrypto): VerifyEd25519 {
  return async (signature, message, key) => {
    const imported = await subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return subtle.verify({ name: 'Ed25519' }, imported, signature, message);
  };
}

function beStrict(verifier: VerifyEd25519): VerifyEd25519 {
  return async (signature, message, key) => {
    if (!isStrictKey(key) || !isStrictSignature(signature)) return false;
    return (await verifier(signature, message, key)) === true;
  };
}

/** RFC 8032 section 7.1, test 2: must hold for its message and fail for another. */
const trial = {
  key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
};

async function passesTrial(verifier: VerifyEd25519): Promise<boolean> {
  const [signature, message, key] = [trial.signature, trial.message, trial.key].map(readHex) as [Bytes, Bytes, Bytes];
  try {
    return (await verifier(signature, message, key)) && !(await verifier(signature, new Uint8Array([0x73]), key));
  } catch {
    return false;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

function readHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
