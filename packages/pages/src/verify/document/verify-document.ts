/** The judgement on a signed paper: find it, check its header, its key, its signature, its copy and its times. */
import type { JsonObject } from '@motcua/form-engine';
import type { Ed25519 } from '../signature/ed25519.js';
import { readJws, SIGNATURE_BYTES, signingInput, type ReadJws } from '../signature/read-jws.js';
import type { PublicKey } from '../signature/read-keys.js';
import { checkHeader, type CheckedHeader } from './check-header.js';
import { checkTimes } from './check-times.js';
import { compareValues } from './compare-values.js';
import { CODES, type DocumentKind } from './document-kinds.js';
import type { Fault } from './fault.js';
import { compareUnsigned, findAlteration } from './find-alteration.js';
import { isObject, readJson } from './json-text.js';
import { type FoundDocument, readFile } from './read-file.js';

/** Where a key came from: with the page, or from the reader, who must know whose it is. */
export type KeyOrigin = 'page' | 'reader';

export interface KnownKeys {
  page: readonly PublicKey[];
  reader: readonly PublicKey[];
}

/** What the signature vouches for. */
export interface SignedDocument {
  kind: DocumentKind;
  payload: JsonObject;
  kid: string;
  keyOrigin: KeyOrigin;
}

export type Verdict =
  | { name: 'genuine'; signed: SignedDocument; loose: boolean }
  /** The signature holds with a key that the reader brought. */
  | { name: 'reader-key'; signed: SignedDocument; loose: boolean }
  /** `signed` is there when the signature holds and something else is wrong. */
  | { name: 'refused'; faults: readonly Fault[]; signed?: SignedDocument };

export interface VerifyOptions {
  keys: KnownKeys;
  ed25519: Ed25519;
  /** Milliseconds. */
  now: number;
}

/**
 * Verifies what a citizen opened or pasted.
 * @param source bytes of a file, or a text: `{document, jws}`, a confirmation, a bare JWS, or a page with one in it
 * @example
 * const verdict = await verifyDocument(bytes, { keys: { page: keys, reader: [] }, ed25519: await openEd25519(), now: Date.now() });
 */
export async function verifyDocument(source: Uint8Array | string, options: VerifyOptions): Promise<Verdict> {
  const found = readFile(source);
  if ('code' in found) return refuse(found);
  const jws = readJws(found.jws);
  if (!jws) return refuse({ code: found.jws.split('.').length < 3 ? 'jws.truncated' : 'jws.malformed' });
  const opened = await openSignature(jws, options);
  if ('code' in opened) return explain(opened, jws, found, options);
  const faults = checkContent(opened, found, options);
  if (faults.length > 0) return { name: 'refused', faults, signed: opened.signed };
  const loose = found.surroundings !== undefined;
  return { name: opened.signed.keyOrigin === 'page' ? 'genuine' : 'reader-key', signed: opened.signed, loose };
}

interface OpenedSignature {
  key: PublicKey;
  signed: SignedDocument;
}

/** Header, key and signature; a fault is the first that was met. */
async function openSignature(jws: ReadJws, { keys, ed25519 }: VerifyOptions): Promise<OpenedSignature | Fault> {
  const unreadable = checkParts(jws);
  if (unreadable) return unreadable;
  const header = checkHeader(readJson(jws.header.bytes ?? ''));
  if ('code' in header) return header;
  const chosen = chooseKey(header, keys);
  if (!chosen) return { code: 'key.unknown', found: header.kid };
  const { signature, payload } = jws;
  const holds =
    signature.bytes !== undefined &&
    (await ed25519.verify(signature.bytes, signingInput(jws.header.text, payload.text), chosen.key.bytes));
  if (!holds) return { code: 'content.altered' };
  const value = readJson(payload.bytes ?? '');
  if (!isObject(value)) return { code: 'payload.unreadable' };
  const signed = { kind: header.kind, payload: value, kid: header.kid, keyOrigin: chosen.origin };
  return { key: chosen.key, signed };
}

function checkParts(jws: ReadJws): Fault | undefined {
  const { signature } = jws;
  const part = (['header', 'payload'] as const).find((name) => jws[name].bytes === undefined);
  if (part) return { code: 'jws.malformed', part };
  const fullLength = Math.ceil((SIGNATURE_BYTES * 4) / 3);
  if (signature.text.length < fullLength) return { code: 'jws.truncated' };
  return signature.bytes?.length === SIGNATURE_BYTES ? undefined : { code: 'jws.malformed', part: 'signature' };
}

/** A key of the page goes before the same key from the reader. */
function chooseKey({ kid }: CheckedHeader, keys: KnownKeys): { key: PublicKey; origin: KeyOrigin } | undefined {
  for (const origin of ['page', 'reader'] as const) {
    const key = keys[origin].find((candidate) => candidate.kid === kid);
    if (key) return { key, origin };
  }
  return undefined;
}

/** The signature holds: does everything around it agree? */
function checkContent({ key, signed }: OpenedSignature, found: FoundDocument, { now }: VerifyOptions): Fault[] {
  const { payload } = signed;
  const differences = found.copy === undefined ? [] : compareValues(payload, found.copy);
  const time = checkTimes(payload, key, now);
  return [
    ...(differences.length > 0 ? [{ code: 'copy.differs', differences } as const] : []),
    ...checkSurroundings(payload, found.surroundings),
    ...(time ? [time] : []),
  ];
}

/** A page around the signature that shows a code must show the one that was signed. */
function checkSurroundings(payload: JsonObject, surroundings: string | undefined): Fault[] {
  if (surroundings === undefined) return [];
  const differences = CODES.flatMap((name) => {
    const code = payload[name];
    return typeof code === 'string' && !surroundings.includes(code) ? [{ pointer: `/${name}`, signed: code }] : [];
  });
  return differences.length > 0 ? [{ code: 'text.differs', differences }] : [];
}

/** Names what was altered, where that can be told. */
async function explain(
  fault: Fault,
  jws: ReadJws,
  { copy }: FoundDocument,
  { keys, ed25519 }: VerifyOptions,
): Promise<Verdict> {
  if (fault.code === 'payload.unreadable') return refuse(fault);
  const known = [...keys.page, ...keys.reader];
  const altered = await findAlteration({ jws, copy, keys: known, verify: ed25519.verify });
  if (altered.length > 0) return { name: 'refused', faults: altered };
  if (fault.code !== 'content.altered') return refuse(fault);
  const differences = compareUnsigned(jws, copy);
  if (differences.length > 0) return refuse({ ...fault, differences });
  return refuse({ code: copy === undefined ? 'content.altered' : 'signature.altered' });
}

function refuse(fault: Fault): Verdict {
  return { name: 'refused', faults: [fault] };
}
