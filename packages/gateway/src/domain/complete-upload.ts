/**
 * Turns a whole upload into an attachment, or says what is wrong with it.
 */
import type { Attachment } from '@motcua/schemas';
import { GatewayProblem } from '../http/problem.js';
import type { ProblemCode } from '../errors.js';
import type { FileStore, UploadInspection } from '../ports/file-store.js';
import type { UploadRecord, UploadStore } from '../ports/upload-store.js';
import type { ContentFault } from './content/content-kind.js';
import { cleanFileName } from './file-name.js';
import { scanUpload, type Scanning } from './scan-upload.js';

export interface CompletionRequest {
  /** SHA-256 hex of the file as the client read it. */
  sha256: string;
  name: string;
}

export interface CompletionServices {
  files: FileStore;
  uploads: UploadStore;
  scanning: Scanning;
}

const FAULTS: Readonly<Record<ContentFault, ProblemCode>> = {
  corrupt: 'upload.corrupt',
  dimensions: 'upload.dimensions',
  protected: 'upload.protected',
  active: 'upload.active-content',
};

/**
 * A repeat gets the attachment that is kept.
 * @throws GatewayProblem `upload.incomplete`, `upload.empty`, `upload.checksum`, `upload.type`, those of a content fault, and those of a scan
 */
export async function completeUpload(
  record: UploadRecord,
  request: CompletionRequest,
  { files, uploads, scanning }: CompletionServices,
): Promise<Attachment> {
  if (record.attachment) {
    if (record.attachment.sha256 !== request.sha256) throw new GatewayProblem('upload.checksum');
    return record.attachment;
  }
  if ((await files.measure(record.id)) !== record.length) throw new GatewayProblem('upload.incomplete');
  if (record.length === 0) throw new GatewayProblem('upload.empty');
  const attachment = accept(record.id, request, await files.inspect(record.id));
  await scanUpload(record, files, uploads, scanning);
  await uploads.complete(record.id, attachment);
  // Of two completions at once the first one is kept, and both answer it.
  return (await uploads.find(record.id))?.attachment ?? attachment;
}

function accept(uploadId: string, { sha256, name }: CompletionRequest, found: UploadInspection): Attachment {
  if (found.sha256 !== sha256) throw new GatewayProblem('upload.checksum');
  if (found.mediaType === undefined) throw new GatewayProblem('upload.type');
  if (found.fault !== undefined) throw new GatewayProblem(FAULTS[found.fault]);
  return { uploadId, name: cleanFileName(name, found.mediaType), mediaType: found.mediaType, size: found.size, sha256 };
}
