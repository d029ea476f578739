/** Whether another file is the one that a signed paper speaks of: the answers that were sent, or the result, by its SHA-256. */
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, type JsonObject, type JsonValue } from '@motcua/form-engine';
import { compareValues, type Difference } from './compare-values.js';
import { isObject, listLeaves, readJson } from './json-text.js';
import { compareFiles, findNamesake, listSignedFiles } from './signed-files.js';

export type Companion =
  /** `answers`: the JSON value has the signed hash in its RFC 8785 form; `file`: the bytes themselves have it. */
  | { name: 'same'; as: 'answers' | 'file'; pointer: string; value?: JsonValue }
  /** Differences are known against a file that matched before. */
  | { name: 'different'; differences?: readonly Difference[]; value?: JsonValue }
  /** A file that the paper names was altered: its bytes have another hash. */
  | { name: 'altered-file'; file: string; differences: readonly Difference[] }
  | { name: 'draft' };

export interface CompanionFile {
  bytes: Uint8Array;
  /** As the reader keeps it; empty when it is not known. */
  name: string;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * @param payload what was signed
 * @param matched the value of a file that was the same, to name what differs
 */
export function checkCompanion(payload: JsonObject, { bytes, name }: CompanionFile, matched?: JsonValue): Companion {
  const hashes = [...listLeaves(payload)].filter(([, value]) => typeof value === 'string' && HASH.test(value));
  const find = (hash: string): string | undefined => hashes.find(([, value]) => value === hash)?.[0];
  const hash = hexOf(sha256(bytes));
  const whole = find(hash);
  if (whole !== undefined) return { name: 'same', as: 'file', pointer: whole };
  const value = readJson(bytes);
  const pointer = value === undefined ? undefined : find(hexOf(sha256(new TextEncoder().encode(canonicalJson(value)))));
  if (value !== undefined && pointer !== undefined) return { name: 'same', as: 'answers', pointer, value };
  const found = { name, size: bytes.length, sha256: hash };
  const namesake = value === undefined ? findNamesake(listSignedFiles(payload), found) : undefined;
  if (namesake) return { name: 'altered-file', file: namesake.name, differences: compareFiles(namesake, found) };
  if (value === undefined) return { name: 'different' };
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
