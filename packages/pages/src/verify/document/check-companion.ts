/** Whether another file is the one that a signed paper speaks of: the answers that were sent, or the result, by its SHA-256. */
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, type JsonObject, type JsonValue } from '@motcua/form-engine';
import { compareValues, type Difference } from './compare-values.js';
import { isObject, listLeaves, readJson } from './json-text.js';

export type Companion =
  /** `answers`: the JSON value has the signed hash in its RFC 8785 form; `file`: the bytes themselves have it. */
  | { name: 'same'; as: 'answers' | 'file'; pointer: string; value?: JsonValue }
  /** Differences are known against a file that matched before. */
  | { name: 'different'; differences?: readonly Difference[]; value?: JsonValue }
  | { name: 'draft' };

const HASH = /^[0-9a-f]{64}$/;

/**
 * @param payload what was signed
 * @param matched the value of a file that was the same, to name what differs
 */
export function checkCompanion(payload: JsonObject, file: Uint8Array, matched?: JsonValue): Companion {
  const hashes = [...listLeaves(payload)].filter(([, value]) => typeof value === 'string' && HASH.test(value));
  const find = (hash: string): string | undefined => hashes.find(([, value]) => value === hash)?.[0];
  const whole = find(hexOf(sha256(file)));
  if (whole !== undefined) return { name: 'same', as: 'file', pointer: whole };
  const value = readJson(file);
  if (value === undefined) return { name: 'different' };
  const pointer = find(hexOf(sha256(new TextEncoder().encode(canonicalJson(value)))));
  if (pointer !== undefined) return { name: 'same', as: 'answers', pointer, value };
  // A draft lacks what was added on sending: it can never have the hash.
  if (isObject(value) && value['declaration'] === undefined && value['lookupSecretHash'] === undefined)
    return { name: 'draft' };
  return { name: 'different', value, ...(matched === undefined ? {} : { differences: compareValues(matched, value) }) };
}

/** The paper carries a hash that a file can be held against. */
export function speaksOfFile(payload: JsonObject): boolean {
  return [...listLeaves(payload)].some(
    ([pointer, value]) => typeof value === 'string' && HASH.test(value) && !pointer.endsWith('planHash'),
  );
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
