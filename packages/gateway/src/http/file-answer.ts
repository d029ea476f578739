/**
 * Hands a file out so that a browser saves it and never runs it.
 */
import type { Attachment } from '@motcua/schemas';
import { NO_STORE } from './json-answer.js';

const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Attachment, not inline; the type as it was found by content; no sniffing; and, should it be opened all the same, a sandbox. */
export function respondWithFile({ name, mediaType, size }: Attachment, bytes: ReadableStream<Uint8Array>): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${writePlainName(name)}"; filename*=UTF-8''${encodeName(name)}`,
      'Cache-Control': NO_STORE,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': FILE_POLICY,
    },
  });
}

/** For clients that know no RFC 5987: letters without marks, nothing that could end the quotes. */
function writePlainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9._ -]/g, '_');
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (symbol) => `%${symbol.charCodeAt(0).toString(16).toUpperCase()}`);
}
