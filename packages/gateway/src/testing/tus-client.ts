/**
 * Speaks tus 1.0 to a gateway one request at a time, for tests of each.
 */
import { createHash, randomBytes } from 'node:crypto';

export const UPLOAD_BYTES = 'application/offset+octet-stream';

type Send = (request: Request) => Promise<Response>;

export interface TusClient {
  key: string;
  /** A request under the client's key, in the version of the protocol. */
  write(method: string, path: string, headers?: Readonly<Record<string, string | null>>, body?: Uint8Array): Request;
  send(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string | null>>,
    body?: Uint8Array,
  ): Promise<Response>;
  /** Opens an upload; answers its path. */
  create(length: number): Promise<string>;
  patch(path: string, offset: number, bytes: Uint8Array): Promise<Response>;
  /** Opens, sends and completes a file. */
  upload(bytes: Uint8Array, name?: string): Promise<Response>;
  complete(path: string, bytes: Uint8Array, name?: string): Promise<Response>;
}

/** @param base as `http://127.0.0.1:4180` */
export function createTusClient(base: string, fetch: Send, key = randomBytes(32).toString('base64url')): TusClient {
  const write: TusClient['write'] = (method, path, headers = {}, body) => {
    const all = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': key, ...headers };
    const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    return new Request(`${base}${path}`, { method, headers: kept, ...(body ? { body: Buffer.from(body) } : {}) });
  };
  const send: TusClient['send'] = (...request) => fetch(write(...request));
  const create: TusClient['create'] = async (length) => {
    const answer = await send('POST', '/v1/uploads', { 'Upload-Length': String(length) });
    if (answer.status !== 201) throw new Error(`the upload was refused: ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  };
  const patch: TusClient['patch'] = (path, offset, bytes) =>
    send('PATCH', path, { 'Upload-Offset': String(offset), 'Content-Type': UPLOAD_BYTES }, bytes);
  const complete: TusClient['complete'] = (path, bytes, name = 'giấy tờ.pdf') =>
    fetch(
      new Request(`${base}${path}/completion`, {
        method: 'POST',
        headers: { 'Motcua-Upload-Key': key, 'Content-Type': 'application/json' },
        body: JSON.stringify({ sha256: createHash('sha256').update(bytes).digest('hex'), name }),
      }),
    );
  return {
    key,
    write,
    send,
    create,
    patch,
    complete,
    async upload(bytes, name) {
      const path = await create(bytes.byteLength);
      if (bytes.byteLength > 0) {
        const answer = await patch(path, 0, bytes);
        if (answer.status !== 204) throw new Error(`the bytes were refused: ${await answer.text()}`);
      }
      return complete(path, bytes, name);
    },
  };
}
