/** Resumable uploads, as flows use them. */
import type { Attachment } from '@motcua/schemas';
import type { Readable } from '../readable.js';

export interface Uploads {
  /** Keeps the file in the draft, hashes it, sends it, and has it checked. Goes on by itself after a broken line. */
  start(options: StartUpload): Upload;
  /** Takes up an upload after a reload; absent when the draft knows no such file. Phase `needs-file`: ask for the same file and `offer` it. */
  resume(options: ResumeUpload): Promise<Upload | undefined>;
}

export interface ResumeUpload {
  draftId: string;
  /** Made by the page, stable for the life of this paper. */
  fileId: string;
  /** The draft's upload capability (`createUploadKey`). */
  uploadKey: string;
}

export interface StartUpload extends ResumeUpload {
  file: File;
  /** JSON Pointer of the attachments field. */
  pointer: string;
}

export interface Upload {
  readonly fileId: string;
  readonly state: Readable<UploadState>;
  /** Resolves with the last state when the upload comes to rest: `done`, `refused`, `failed` or `cancelled`. Never rejects. */
  settled(): Promise<UploadState>;
  /** Ends it and removes the paper from gateway and device, also when it was done. */
  cancel(): Promise<void>;
  /** Another try after `failed`; in `waiting` the next try comes at once. */
  retry(): void;
  /** Answers `needs-file`. Another file than the first keeps the phase, with `upload.other-file` as the problem. */
  offer(file: File): Promise<void>;
}

export type UploadPhase =
  'hashing' | 'needs-file' | 'sending' | 'waiting' | 'checking' | 'done' | 'refused' | 'failed' | 'cancelled';

export interface UploadState {
  phase: UploadPhase;
  name: string;
  sentBytes: number;
  totalBytes: number;
  /** Seconds, once enough has been sent to tell. */
  secondsLeft?: number;
  /** False: a reload will ask for the file again. */
  kept: boolean;
  /** In phase `done`. */
  attachment?: Attachment;
  /** In `refused` the file is at fault, in `failed` and `waiting` the way to the gateway. */
  problem?: UploadProblem;
}

export interface UploadProblem {
  /** `upload.type`, `upload.too-large`, `transport.offline` … */
  code: string;
  /** Request reference to quote to support. */
  reference?: string;
  params?: Readonly<Record<string, unknown>>;
}
