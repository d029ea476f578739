/** Finds the signature, and the readable copy beside it, in what a citizen opens or pastes. */
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { Fault } from './fault.js';
import { hasDoubledNames, isCutShort, isObject, readJson } from './json-text.js';

export interface FoundDocument {
  jws: string;
  /** What the file says beside the signature, where it is JSON. */
  copy?: JsonObject;
  /** Other text around the signature, as in a printed page; nothing of it is signed. */
  surroundings?: string;
}

/** A gateway takes half a megabyte at once: a letter with all of it, and its signature over the same, is below. */
const MOST_BYTES = 2 * 1024 * 1024;
const INSIDE_TEXT = /(?<![\w.-])[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}(?![\w.-])/g;

/** @param source bytes of a file, or a pasted text */
export function readFile(source: Uint8Array | string): FoundDocument | Fault {
  if (source.length > MOST_BYTES) return { code: 'file.too-large' };
  const text = typeof source === 'string' ? source : decode(source);
  if (text === undefined) return { code: 'file.not-text' };
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { code: 'file.empty' };
  if (trimmed.startsWith('{') || trimmed.includes('"jws"')) return readObject(trimmed);
  const packed = trimmed.replace(/\s+/g, '');
  return /^[\w.=+/-]+$/.test(packed) && packed.startsWith('ey') ? { jws: packed } : readInsideText(trimmed);
}

/** `{document, jws}` as the confirmation page saves it, or a confirmation or letter as the gateway answers it. */
function readObject(text: string): FoundDocument | Fault {
  const value = readJson(text);
  if (!isObject(value)) return { code: isCutShort(text) ? 'file.truncated' : 'file.malformed' };
  if (hasDoubledNames(text, value)) return { code: 'file.malformed' };
  const { jws, ...rest } = value;
  if (typeof jws !== 'string') return { code: 'file.not-signed' };
  if (isObject(rest['document']) && Object.keys(rest).length === 1) return { jws, copy: rest['document'] };
  // The state changes after the confirmation was signed, and the desk adds who made the step: a gateway's answer has both unsigned.
  const { state: _state, officer: _officer, ...copy } = rest;
  return { jws, copy };
}

function readInsideText(text: string): FoundDocument | Fault {
  const found = [...new Set(text.match(INSIDE_TEXT) ?? [])];
  const [jws] = found;
  if (jws === undefined) return { code: 'file.not-signed' };
  return found.length === 1 ? { jws, surroundings: text.replaceAll(jws, ' ') } : { code: 'file.several' };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
