import { formatHex } from '../codes/hash-text.js';
import { readBytes } from '../drafts/draft-files.js';
import { AbortedError } from '../errors/client-error.js';

/** Bytes hashed in one go: some milliseconds on a slow phone; reading the next slice gives the page its turn. */
const SLICE_BYTES = 256 * 1024;

/**
 * SHA-256 of a file, in hex, without holding it in memory. No Worker: pages under `trusted-types lit-html` cannot start one.
 * @throws UploadError `upload.file-changed`; AbortedError
 */
export async function hashBlob(blob: Blob, signal?: AbortSignal): Promise<string> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const hash = sha256.create();
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    if (signal?.aborted) throw new AbortedError();
    hash.update(await readBytes(blob.slice(start, start + SLICE_BYTES)));
  }
  return formatHex(hash.digest());
}
