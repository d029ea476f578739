/**
 * JSON Pointer (RFC 6901) and Relative JSON Pointer: the only names for places in data.
 */
import type { Pointer } from '../plan/plan.js';

/** Escapes one reference token: `~` becomes `~0`, `/` becomes `~1`. */
export function escapeToken(token: string): string {
  return /[~/]/u.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** Adds one token to a pointer. */
export function join(pointer: Pointer, token: string | number): Pointer {
  return `${pointer}/${escapeToken(String(token))}`;
}

/** Splits a pointer into unescaped tokens; the empty pointer has none. */
export function tokensOf(pointer: Pointer): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer one level up, or undefined for the whole document. */
export function parentOf(pointer: Pointer): Pointer | undefined {
  return pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Is `pointer` the same place as `ancestor`, or below it? */
export function isWithin(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** Is the text a well-formed JSON Pointer? */
export function isPointer(text: string): boolean {
  return text === '' || /^(\/([^~/]|~[01])*)+$/u.test(text);
}

/**
 * Resolves a Relative JSON Pointer (`1/b`) from a place; an absolute pointer is returned as it is.
 * Undefined when it climbs above the document, or is neither.
 */
export function resolvePointer(text: string, from: Pointer): Pointer | undefined {
  if (isPointer(text)) return text;
  const match = /^(0|[1-9]\d*)((?:\/.*)?)$/su.exec(text);
  if (match === null) return undefined;
  const [, levels = '0', rest = ''] = match;
  const tokens = from === '' ? [] : from.slice(1).split('/');
  const up = Number(levels);
  if (up > tokens.length || !isPointer(rest)) return undefined;
  const base = tokens.slice(0, tokens.length - up);
  return `${base.map((token) => `/${token}`).join('')}${rest}`;
}
