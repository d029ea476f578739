/** What a protected header must say, whoever signed it (RFC 8725): one algorithm, no key of its own, nothing critical that is not understood. */
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';
import { kindOfType, type DocumentKind } from './document-kinds.js';
import type { Fault } from './fault.js';
import { isObject } from './json-text.js';

export interface CheckedHeader {
  kid: string;
  type: string;
  kind: DocumentKind;
}

const ALGORITHM = 'EdDSA';
const KEYS_IN_HEADER = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256'];

export function checkHeader(header: JsonValue | undefined): CheckedHeader | Fault {
  if (!isObject(header)) return { code: 'jws.malformed', part: 'header' };
  const { alg, kid, typ } = header;
  if (alg !== ALGORITHM) return { code: 'header.algorithm', found: inWords(alg) };
  if (header['crit'] !== undefined || header['b64'] !== undefined) return { code: 'header.critical' };
  if (KEYS_IN_HEADER.some((name) => header[name] !== undefined)) return { code: 'header.foreign-key' };
  const kind = kindOfType(typ);
  if (kind === undefined || typeof typ !== 'string') return { code: 'header.type', found: inWords(typ) };
  return { kid: inWords(kid), type: typ, kind };
}

/** The header as a gateway writes it, byte for byte. */
export function writeHeader(kid: string, type: string): JsonObject {
  return { alg: ALGORITHM, kid, typ: type };
}

function inWords(value: JsonValue | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
