/**
 * The public keys that were in use before, in `retired-keys.json`: a JWKS that an operator may read and mark, as with `revoked`.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import type { PublicSigningKey } from '../../ports/signing-keys.js';

const FILE = 'retired-keys.json';

/** The file cannot be used; the message says what it should hold. */
export class RetiredKeysError extends Error {
  override readonly name = 'RetiredKeysError';
  readonly code = 'configuration.invalid';

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
  }
}

/**
 * Nothing when there is no such file.
 * @throws RetiredKeysError
 */
export async function readRetiredKeys(folder: string): Promise<readonly PublicSigningKey[]> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const keys = parseKeys(text);
  if (!keys) throw new RetiredKeysError(path, 'must be a JWKS: {"keys": [ … ]}.');
  for (const key of keys) await checkKey(key, path);
  return keys.map(({ kty, crv, x, kid, alg, use, nbf, exp, revoked }) => ({
    ...{ kty, crv, x, kid, alg, use },
    ...(nbf === undefined ? {} : { nbf }),
    ...(exp === undefined ? {} : { exp }),
    ...(revoked === undefined ? {} : { revoked }),
  }));
}

/** Adds a key, in use until `until`; a key that stands there already keeps its end. */
export async function retireKey(folder: string, key: PublicSigningKey, until: Date): Promise<void> {
  const before = await readRetiredKeys(folder);
  if (before.some(({ kid }) => kid === key.kid)) return;
  const keys = [{ ...key, exp: Math.floor(until.getTime() / 1000) }, ...before];
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify({ keys }, null, 2)}\n`);
  await rename(draft, join(folder, FILE));
}

function parseKeys(text: string): PublicSigningKey[] | undefined {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) ? (keys as PublicSigningKey[]) : undefined;
  } catch {
    return undefined;
  }
}

/** It will be published: a private key must never be, and a name that is not its own would hide another. */
async function checkKey(key: PublicSigningKey, path: string): Promise<void> {
  if ('d' in key)
    throw new RetiredKeysError(path, 'holds a private key (member "d"). Remove it: only public keys belong there.');
  const isOurs = key.kty === 'OKP' && key.crv === 'Ed25519' && key.alg === 'EdDSA' && key.use === 'sig';
  if (!isOurs || key.kid !== (await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: String(key.x) })))
    throw new RetiredKeysError(
      path,
      'must hold Ed25519 keys as GET /v1/keys shows them, each named by its thumbprint.',
    );
}
