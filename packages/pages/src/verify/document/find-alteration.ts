/**
 * Says what was altered in a paper whose signature does not hold: puts back, part by part, what a gateway would have written and what the readable
 * copy says, until the signature holds. Whatever it finds, the paper stays refused.
 */
import { canonicalJson, type JsonObject } from '@motcua/form-engine';
import { writeBase64url } from '../signature/read-base64url.js';
import type { VerifyEd25519 } from '../signature/ed25519.js';
import { SIGNATURE_BYTES, signingInput, type ReadJws } from '../signature/read-jws.js';
import type { PublicKey } from '../signature/read-keys.js';
import { writeHeader } from './check-header.js';
import { compareValues, type Difference } from './compare-values.js';
import { KNOWN_TYPES } from './document-kinds.js';
import type { Fault } from './fault.js';
import { isObject, readJson } from './json-text.js';

export interface AlteredPaper {
  jws: ReadJws;
  copy: JsonObject | undefined;
  keys: readonly PublicKey[];
  verify: VerifyEd25519;
}

/** The faults, the telling one first; empty when nothing that is known makes the signature hold. */
export async function findAlteration({ jws, copy, keys, verify }: AlteredPaper): Promise<Fault[]> {
  const { bytes } = jws.signature;
  if (bytes?.length !== SIGNATURE_BYTES) return [];
  const headers = keys.flatMap((key) => KNOWN_TYPES.map((type) => ({ key, value: writeHeader(key.kid, type) })));
  for (const payload of [undefined, ...(copy === undefined ? [] : [copy])]) {
    const payloadText = payload === undefined ? jws.payload.text : writeJson(canonicalJson(payload));
    for (const { key, value } of headers) {
      const headerText = writeJson(JSON.stringify(value));
      if (!(await verify(bytes, signingInput(headerText, payloadText), key.bytes))) continue;
      return [
        ...(headerText === jws.header.text ? [] : [headerFault(value, jws)]),
        ...(payloadText === jws.payload.text || payload === undefined ? [] : [payloadFault(payload, jws)]),
      ];
    }
  }
  return [];
}

/** What differs between the payload, where it can be read, and the copy, though neither is what was signed. */
export function compareUnsigned(jws: ReadJws, copy: JsonObject | undefined): readonly Difference[] {
  const payload = readJson(jws.payload.bytes ?? '');
  return copy === undefined || !isObject(payload) ? [] : compareValues(copy, payload);
}

function headerFault(original: JsonObject, { header }: ReadJws): Fault {
  const found = readJson(header.bytes ?? '');
  return { code: 'header.altered', ...(found === undefined ? {} : { differences: compareValues(original, found) }) };
}

function payloadFault(original: JsonObject, { payload }: ReadJws): Fault {
  const found = readJson(payload.bytes ?? '');
  return {
    code: 'payload.altered',
    ...(found === undefined ? {} : { differences: compareValues(original, found) }),
  };
}

function writeJson(text: string): string {
  return writeBase64url(new TextEncoder().encode(text));
}
