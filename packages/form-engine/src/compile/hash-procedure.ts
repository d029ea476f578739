/**
 * The address of a plan: SHA-256 over the canonical form of all that decides it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../data/canonical-json.js';
import type { JsonValue } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';

/** SHA-256 in hex over the RFC 8785 text of procedure, data, form, definitions and catalogue versions. */
export function hashProcedure(source: ProcedureSource): string {
  const { record, data, form, definitions, catalogVersions } = source;
  const whole = JSON.parse(JSON.stringify({ record, data, form, definitions, catalogVersions })) as JsonValue;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(whole))));
}
