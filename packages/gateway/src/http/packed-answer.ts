/**
 * Large texts that never change: packed once, sent packed to whoever takes gzip.
 */
import { gzipSync } from 'node:zlib';
import { IMMUTABLE } from './json-answer.js';

const GZIP = /(^|,)\s*gzip\s*(;\s*q\s*=\s*(1|0?\.\d*[1-9]\d*)[^,]*)?\s*(,|$)/i;

export type ImmutableResponder = (request: Request, text: string) => Response;

/** Keeps the packed form of each text it was asked for. */
export function createImmutableResponder(): ImmutableResponder {
  const packed = new Map<string, Uint8Array<ArrayBuffer>>();
  return (request, text) => {
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': IMMUTABLE, Vary: 'Accept-Encoding' };
    if (!GZIP.test(request.headers.get('accept-encoding') ?? '')) return new Response(text, { headers });
    const bytes = packed.get(text) ?? new Uint8Array(gzipSync(text));
    packed.set(text, bytes);
    return new Response(bytes, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
  };
}
