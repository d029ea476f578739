/**
 * One Ed25519 key, in a file that only its owner may read, or made for this process.
 */
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { readRetiredKeys } from './retired-keys.js';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { PublicSigningKey, SigningKeys } from '../../ports/signing-keys.js';

/** A key for this process alone: what it signs cannot be verified after a restart. */
export async function createEphemeralKeys(): Promise<SigningKeys> {
  return useKey(await generateKey());
}

/** Reads the key, or makes it on the first start; keys that were in use before stand in `retired-keys.json` beside it. */
export async function openKeyFile(path: string): Promise<SigningKeys> {
  const key = await readKey(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return makeKey(path);
  });
  return useKey(key, await readRetiredKeys(dirname(path)));
}

/** Puts a new key in the place of the one in the file. The gateway signs with it from its next start. */
export async function replaceKeyFile(path: string): Promise<void> {
  await writeKey(path, await generateKey());
}

/**
 * Signs with a key that the operator gives, as a private JWK.
 * @param retired keys of before, published so that what they signed can still be verified
 */
export async function useKey(key: JWK, retired: readonly PublicSigningKey[] = []): Promise<SigningKeys> {
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || !key.d || !key.x)
    throw new TypeError('the signing key must be a private Ed25519 JWK');
  const privateKey = await importJWK(key, 'EdDSA');
  const published: PublicSigningKey = {
    kty: 'OKP',
    crv: 'Ed25519',
    x: key.x,
    kid: await calculateJwkThumbprint(key),
    alg: 'EdDSA',
    use: 'sig',
  };
  return {
    sign: (payload, type) =>
      new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid: published.kid, typ: type }).sign(privateKey),
    publish: () => [published, ...retired.filter(({ kid }) => kid !== published.kid)],
  };
}

async function generateKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

async function readKey(path: string): Promise<JWK> {
  return JSON.parse(await readFile(path, 'utf8')) as JWK;
}

/** Of several processes that start at once, one makes the key and the others take it. */
async function makeKey(path: string): Promise<JWK> {
  const key = await generateKey();
  const draft = await writeDraft(path, key);
  try {
    await link(draft, path);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await readKey(path);
  } finally {
    await unlink(draft);
  }
}

/** Writes beside and renames, so that a crash leaves no half key. */
async function writeKey(path: string, key: JWK): Promise<JWK> {
  await rename(await writeDraft(path, key), path);
  return key;
}

async function writeDraft(path: string, key: JWK): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(key));
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}
