/**
 * Keeps the bytes of uploads in a folder and serves tus 1.0 over it.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore as TusDiskStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { ByteSource } from '../../domain/content/content-kind.js';
import { recogniseContent } from '../../domain/content/content-kinds.js';
import type { FileStore, UploadInspection } from '../../ports/file-store.js';
import type { UploadLocks } from '../../ports/upload-locks.js';
import { createTusLocker } from './tus-locker.js';

export interface TusFileStoreOptions {
  folder: string;
  /** Address path of the uploads, as `/v1/uploads`. */
  path: string;
  /** Bytes of one file. */
  maxBytes: number;
  locks: UploadLocks;
  /** Called before an upload becomes known to the client, with the id it will have. */
  onCreate(request: Request, id: string, length: number): Promise<void>;
}

const ID = /^[0-9a-f]{32}$/;
const READ_BYTES = 1 << 18;

/** Opens the folder, for its owner only. */
export async function openTusFileStore(options: TusFileStoreOptions): Promise<FileStore> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const failures = new WeakMap<object, unknown>();
  const tus = createTusServer(options, failures);
  const locate = (id: string): string => {
    if (!ID.test(id)) throw new TypeError('not an upload id');
    return join(options.folder, id);
  };
  return {
    async serveTus(request) {
      const answer = await tus.handleWeb(request);
      if (failures.has(request)) throw failures.get(request);
      return answer;
    },
    measure: (id) =>
      stat(locate(id)).then(
        (file) => file.size,
        () => undefined,
      ),
    inspect: (id) => inspectFile(locate(id)),
    async open(id) {
      const file = await open(locate(id), 'r').catch(() => undefined);
      return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
    },
    async remove(id) {
      await rm(locate(id), { force: true });
      await rm(`${locate(id)}.json`, { force: true });
    },
  };
}

/** @param failures takes what is no tus error, by request: tus would answer it with its message */
function createTusServer(
  { folder, path, maxBytes, locks, onCreate }: TusFileStoreOptions,
  failures: WeakMap<object, unknown>,
): Server {
  const datastore = new TusDiskStore({ directory: folder });
  // What is promised is what the routes keep; when an upload expires is theirs to judge, by the clock of the gateway.
  datastore.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  return new Server({
    path,
    datastore,
    locker: createTusLocker(locks),
    maxSize: maxBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    onResponseError(request, error) {
      if (!('status_code' in error)) failures.set(request, error);
      return undefined;
    },
    async onUploadCreate(request, upload) {
      await onCreate(request, upload.id, upload.size ?? 0);
      // File names are personal: they come with the completion and are kept in the database only.
      return { metadata: {} };
    },
  });
}

/** One pass for the hash, random access for the structure, and fsync: what is answered as complete is on disk. */
async function inspectFile(path: string): Promise<UploadInspection> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    const source = await openByteSource(file);
    const sha256 = await hashFile(source);
    const kind = await recogniseContent(source);
    if (!kind) return { size: source.size, sha256 };
    const fault = await kind.findFault(source);
    return { size: source.size, sha256, mediaType: kind.mediaType, ...(fault === undefined ? {} : { fault }) };
  } finally {
    await file.close();
  }
}

async function openByteSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function hashFile(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < source.size; offset += READ_BYTES) hash.update(await source.read(offset, READ_BYTES));
  return hash.digest('hex');
}
