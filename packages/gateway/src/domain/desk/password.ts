/**
 * Passwords of officers, kept as salted scrypt hashes that carry their own cost.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage: scrypt with N 2^15, r 8, p 3 or its like. 128 · N · r bytes of memory, about a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;
const FORMAT = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([0-9a-f]+)\$([0-9a-f]+)$/;

/** Hashes a password with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('hex'), key.toString('hex')].join('$');
}

/** Compares in a time that does not depend on where the two differ. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, key] = FORMAT.exec(hash) ?? [];
  if (salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'hex');
  const actual = await derive(password, Buffer.from(salt, 'hex'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** The same letters typed on two keyboards are one password (RFC 8265). */
function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((done, fail) =>
    scrypt(password.normalize('NFC'), salt, LENGTH, options, (error, key) => (error ? fail(error) : done(key))),
  );
}
