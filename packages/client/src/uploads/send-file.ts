/** One try at bringing a file's remaining bytes to the gateway by tus 1.0. Loaded only when a paper is sent. */
import { Upload, type DetailedError, type HttpStack, type UploadOptions, type UrlStorage } from 'tus-js-client';
import {
  AbortedError,
  ForeignAnswerError,
  OfflineError,
  ProblemError,
  TimeoutError,
  UploadError,
  type ClientError,
} from '../errors/client-error.js';
import { readProblem, readRetryAfter } from '../transport/read-answer.js';

export interface Transfer {
  file: Blob;
  /** Where new uploads are created. */
  endpoint: string;
  /** Where this one already lies. */
  url: string | undefined;
  headers: Record<string, string>;
  /** Absent: the browser's own XMLHttpRequest, which reports progress inside a chunk. */
  httpStack?: HttpStack | undefined;
  /** Milliseconds without any progress until the line counts as dead. */
  stallMs: number;
  /** Told where the upload lies, says under which address to reach it. */
  onUrl: (location: string) => string;
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
}

/** Bytes: on a bad line a broken chunk is sent again whole. */
const CHUNK_BYTES = 512 * 1024;

/** Resolves when the gateway has every byte. @throws ClientError */
export function sendFile(transfer: Transfer): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(transfer.file, {
      ...describeTransfer(transfer),
      onUploadUrlAvailable: () => {
        if (upload.url !== null) upload.url = transfer.onUrl(upload.url);
      },
      onProgress: (sentBytes) => {
        restartWatch();
        transfer.onProgress(sentBytes);
      },
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(describeFailure(error))),
    });

    const stop = (error: ClientError) =>
      end(() => {
        void upload.abort();
        reject(error);
      });
    const onAbort = () => stop(new AbortedError());
    let watch: ReturnType<typeof setTimeout> | undefined;
    const restartWatch = () => {
      clearTimeout(watch);
      watch = setTimeout(() => stop(new TimeoutError()), transfer.stallMs);
    };
    const end = (settle: () => void) => {
      clearTimeout(watch);
      transfer.signal.removeEventListener('abort', onAbort);
      settle();
    };

    transfer.signal.addEventListener('abort', onAbort, { once: true });
    restartWatch();
    upload.start();
  });
}

function describeTransfer({ endpoint, url, headers, httpStack }: Transfer): UploadOptions {
  return {
    // Given both, tus would begin anew after any failed question for the offset, a passing 503 included.
    ...(url === undefined ? { endpoint } : { uploadUrl: url }),
    headers,
    chunkSize: CHUNK_BYTES,
    retryDelays: null,
    storeFingerprintForResuming: false,
    urlStorage: NOWHERE,
    fingerprint: () => Promise.resolve(''),
    fileReader: { openFile: (file: Blob) => Promise.resolve(createSource(file)) },
    ...(httpStack ? { httpStack } : {}),
  };
}

/** By default tus keeps file names in localStorage; what we keep is in the sealed draft. */
const NOWHERE: UrlStorage = {
  findAllUploads: () => Promise.resolve([]),
  findUploadsByFingerprint: () => Promise.resolve([]),
  removeUpload: () => Promise.resolve(),
  addUpload: () => Promise.resolve(''),
};

function createSource(file: Blob) {
  return {
    size: file.size,
    slice: (start: number, end: number) => Promise.resolve({ value: file.slice(start, end), done: end >= file.size }),
    close: () => {},
  };
}

function describeFailure(error: Error | DetailedError): ClientError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return new OfflineError({ cause: error });
  const status = response.getStatus();
  if (status === 0) return new OfflineError({ cause: error });
  const retryAfter = readRetryAfter(response.getHeader('Retry-After') ?? null);
  const problem = readProblem(response.getHeader('Content-Type'), response.getBody());
  if (problem) return new ProblemError(problem, retryAfter);
  if (status === 412) return new UploadError('upload.version');
  if (status === 413) return new UploadError('upload.too-large');
  if (status < 400) return new ForeignAnswerError(status, retryAfter);
  // The answer to HEAD has no body, and tus servers answer in plain text.
  return new ProblemError({ type: 'about:blank', title: '', status, code: `http.${status}` }, retryAfter);
}
