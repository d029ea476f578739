/** One paper on its way: keep → hash → send → have it checked, with every failure judged in one place. */
import type { Attachment } from '@motcua/schemas';
import { readBytes } from '../drafts/draft-files.js';
import type { DraftFile, DraftFileMeta, DraftFiles } from '../drafts/draft-store.js';
import { UploadError, isClientError, type ClientError } from '../errors/client-error.js';
import { createWritable } from '../readable.js';
import { recognizeMembers } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';
import { hashBlob } from './hash-blob.js';
import { judgeFailure } from './judge-failure.js';
import { terminateUpload } from './terminate-upload.js';
import type { ResumeUpload, Upload, UploadPhase, UploadProblem, UploadState } from './upload.js';
import { createProgressEstimate } from './upload-progress.js';
import { createLineWait } from './wait-for-line.js';

export interface UploadTools {
  transport: Transport;
  files: DraftFiles;
  /** May the browser's XMLHttpRequest carry the bytes? Else the transport's `fetch` does. */
  browserProgress: boolean;
}

/** What is known when an upload begins or is taken up. */
export interface UploadSource extends ResumeUpload {
  meta: DraftFileMeta;
  size: number;
  /** Absent: the file must be asked for. */
  blob: Blob | undefined;
  /** Are the bytes in the draft already? */
  kept: boolean;
}

const RESTING: ReadonlySet<UploadPhase> = new Set(['done', 'refused', 'failed', 'cancelled']);
const MOST_FAILURES = 10;
const MOST_BEGINNINGS = 3;

const recognizeAttachment = recognizeMembers<Attachment>({
  uploadId: 'string',
  name: 'string',
  mediaType: 'string',
  size: 'number',
  sha256: 'string',
});

export function runUpload(source: UploadSource, { transport, files, browserProgress }: UploadTools): Upload {
  const { draftId, fileId, uploadKey } = source;
  const line = createLineWait();
  const { signal, abort } = createCancellation();
  let meta = source.meta;
  let blob = source.blob;
  let bookkeeping: Promise<unknown> = Promise.resolve();

  const state = createWritable<UploadState>({
    phase: blob ? 'hashing' : 'needs-file',
    name: meta.name,
    sentBytes: 0,
    totalBytes: source.size,
    kept: source.kept,
  });

  /** After a cancellation nothing else is said. Estimate and problem belong to one moment: a phase that does not name them has none. */
  function enter(phase: UploadPhase, change: Partial<UploadState> = {}): void {
    if (signal.aborted && phase !== 'cancelled') return;
    const { name, sentBytes, totalBytes, kept } = state.get();
    state.set({ name, sentBytes, totalBytes, kept, ...change, phase });
  }

  /** What the draft cannot keep costs a resumption later, never the upload now. */
  function note(change: Partial<DraftFileMeta>): Promise<unknown> {
    meta = { ...meta, ...change };
    bookkeeping = bookkeeping.then(() => files.update(draftId, fileId, change)).catch(() => undefined);
    return bookkeeping;
  }

  async function keep(file: Blob): Promise<void> {
    const storing: Promise<DraftFile | undefined> = files.put(draftId, fileId, file, meta).catch(ignoreStorage);
    bookkeeping = storing;
    const stored = await storing;
    enter('hashing', { kept: stored?.kept ?? false });
  }

  async function carry(file: Blob): Promise<Attachment> {
    if (file.size === 0) throw new UploadError('upload.empty');
    if (!meta.sha256) {
      enter('hashing');
      await note({ sha256: await hashBlob(file, signal) });
    }
    await send(file);
    enter('checking', { sentBytes: file.size });
    return transport.request({
      method: 'POST',
      path: new URL(`${meta.uploadUrl}/completion`),
      headers: { 'Motcua-Upload-Key': uploadKey },
      body: { sha256: meta.sha256, name: meta.name },
      recognize: recognizeAttachment,
      signal,
    });
  }

  async function send(file: Blob): Promise<void> {
    const { sendFile } = await import('./send-file.js');
    const xhr = browserProgress && typeof XMLHttpRequest !== 'undefined';
    const { createFetchHttpStack } = await import('./fetch-http-stack.js');
    const estimate = createProgressEstimate();
    enter('sending');
    await sendFile({
      file,
      endpoint: new URL('v1/uploads', transport.base).href,
      url: meta.uploadUrl || undefined,
      headers: { ...(await transport.authorize()), 'Motcua-Upload-Key': uploadKey },
      httpStack: xhr ? undefined : createFetchHttpStack(transport.fetch),
      stallMs: xhr ? 60_000 : 180_000,
      onUrl: (location) => {
        const url = placeUpload(transport.base, location);
        if (url !== meta.uploadUrl) void note({ uploadUrl: url });
        return url;
      },
      onProgress: (sentBytes) => {
        const secondsLeft = estimate.observe(sentBytes, file.size);
        enter('sending', { sentBytes, ...(secondsLeft === undefined ? {} : { secondsLeft }) });
      },
      signal,
    }).catch(async (error: unknown) => {
      // Browsers report a file that changed under way as a broken line.
      await readBytes(file.slice(0, 1));
      throw error;
    });
  }

  async function run(): Promise<void> {
    let failures = 0;
    /** Those that the gateway answered: a line that was dead for an hour must not use up the patience with a busy gateway. */
    let answered = 0;
    let beginnings = 0;
    for (;;) {
      if (!blob) return enter('needs-file');
      const sentBefore = state.get().sentBytes;
      try {
        const attachment = await carry(blob);
        await note({ attachment: { ...attachment } });
        return enter('done', { attachment, sentBytes: blob.size });
      } catch (error) {
        if (signal.aborted) return;
        const known = toClientError(error);
        const hasProgressed = state.get().sentBytes > sentBefore;
        failures = hasProgressed ? 1 : failures + 1;
        if (hasProgressed) answered = 0;
        const verdict = judgeFailure(known, failures);
        const problem = describe(known);
        if (verdict.next === 'refuse') return enter('refused', { problem });
        if (verdict.next === 'fail') return enter('failed', { problem });
        if (verdict.next === 'begin-anew') {
          if (++beginnings >= MOST_BEGINNINGS) return endBeginnings(known, problem);
          await note({ uploadUrl: '' });
          enter('sending', { sentBytes: 0 });
        } else if (verdict.next === 'reread') {
          blob = state.get().kept ? await files.get(draftId, fileId).catch(ignoreStorage) : undefined;
          if (!blob) return enter('refused', { problem });
          enter('hashing', { kept: false });
        } else {
          if (verdict.patience === 'limited' && ++answered >= MOST_FAILURES) return enter('failed', { problem });
          enter('waiting', { problem });
          await line.wait(verdict.milliseconds, signal);
        }
      }
    }
  }

  /** A checksum that differs each time is the file's fault; an upload that vanishes each time is the gateway's. */
  function endBeginnings(error: ClientError, problem: UploadProblem): void {
    if (error.code === 'upload.checksum') enter('refused', { problem });
    else enter('failed', { problem: { ...problem, code: 'upload.expired' } });
  }

  function go(prepare: () => Promise<void> = () => Promise.resolve()): void {
    prepare()
      .then(run)
      .catch((error: unknown) => {
        if (!signal.aborted) enter('failed', { problem: describe(toClientError(error)) });
      });
  }

  if (meta.attachment && recognizeAttachment(meta.attachment))
    enter('done', { attachment: meta.attachment, sentBytes: source.size });
  else if (blob) go(source.kept ? undefined : keep.bind(undefined, blob));

  return {
    fileId,
    state,
    settled: () =>
      new Promise((resolve) => {
        const look = () => {
          if (!RESTING.has(state.get().phase)) return;
          stop();
          resolve(state.get());
        };
        const stop = state.subscribe(look);
        look();
      }),
    retry() {
      const { phase } = state.get();
      if (phase === 'waiting') line.hurry();
      if (phase === 'failed') {
        enter('waiting');
        go();
      }
    },
    async offer(file) {
      if (state.get().phase !== 'needs-file') return;
      enter('hashing');
      const sha256 = await hashBlob(file, signal).catch(() => undefined);
      if (signal.aborted) return;
      if (sha256 === undefined || (meta.sha256 && sha256 !== meta.sha256)) {
        return enter('needs-file', {
          problem: { code: sha256 === undefined ? 'upload.file-changed' : 'upload.other-file' },
        });
      }
      meta = { ...meta, sha256 };
      blob = file;
      enter('hashing', { totalBytes: file.size });
      go(() => keep(file));
    },
    async cancel() {
      abort();
      enter('cancelled', { sentBytes: 0 });
      await bookkeeping;
      await files.remove(draftId, fileId).catch(ignoreStorage);
      if (meta.uploadUrl) await terminateUpload(transport, meta.uploadUrl, uploadKey);
    },
  };
}

function createCancellation(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** The upload's name under our own base: a gateway behind a proxy may not know the address by which it is reached. */
function placeUpload(base: URL, location: string): string {
  return new URL(`v1/uploads/${new URL(location, base).pathname.split('/').pop() ?? ''}`, base).href;
}

function ignoreStorage(): undefined {
  return undefined;
}

function toClientError(error: unknown): ClientError {
  if (isClientError(error)) return error;
  throw error;
}

function describe(error: ClientError): UploadProblem {
  const reference = error.kind === 'problem' ? error.reference : undefined;
  const params = error.kind === 'problem' ? error.issues[0]?.params : undefined;
  return {
    code: error.code,
    ...(reference === undefined ? {} : { reference }),
    ...(params === undefined ? {} : { params }),
  };
}
