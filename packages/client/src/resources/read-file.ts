/** Fetches a file of a dossier whole and as it was meant: anything else, as the page of a captive portal, is no answer of the gateway. */
import type { Attachment } from '@motcua/schemas';
import { formatHex } from '../codes/hash-text.js';
import { ForeignAnswerError } from '../errors/client-error.js';
import { attempt } from '../transport/attempt.js';
import { readAnswer } from '../transport/read-answer.js';
import { retry } from '../transport/retry.js';
import type { Transport } from '../transport/transport.js';

export interface FileRequest {
  path: string;
  headers: Record<string, string>;
  file: Attachment;
  signal?: AbortSignal | undefined;
}

/** Milliseconds for one attempt: 50 MB on a slow line. */
const FILE_LIMIT_MS = 600_000;

/** @throws ClientError */
export function readFile(transport: Transport, request: FileRequest): Promise<Blob> {
  return retry(() => readOnce(transport, request), { policy: transport.policy, signal: request.signal });
}

function readOnce(transport: Transport, { path, headers, file, signal }: FileRequest): Promise<Blob> {
  return attempt(
    async (limited) => {
      const response = await transport.open({ path, headers: { ...headers, Accept: '*/*' }, signal: limited });
      if (!response.ok) return readAnswer(response, (_json): _json is never => false);
      const bytes = await response.arrayBuffer();
      if (!(await isSame(bytes, file))) throw new ForeignAnswerError(response.status);
      return new Blob([bytes], { type: file.mediaType });
    },
    { timeoutMs: FILE_LIMIT_MS, signal },
  );
}

/** On a page that is not served over https the browser withholds the hash; the size is then all that can be compared. */
async function isSame(bytes: ArrayBuffer, { size, sha256 }: Attachment): Promise<boolean> {
  if (bytes.byteLength !== size) return false;
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  return subtle === undefined || formatHex(new Uint8Array(await subtle.digest('SHA-256', bytes))) === sha256;
}
