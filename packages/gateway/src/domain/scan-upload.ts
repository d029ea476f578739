/**
 * Has a whole upload searched before it becomes an attachment.
 */
import { GatewayProblem } from '../http/problem.js';
import type { Log } from '../http/log.js';
import type { FileScanner } from '../ports/file-scanner.js';
import type { FileStore } from '../ports/file-store.js';
import type { UploadRecord, UploadStore } from '../ports/upload-store.js';

/** Since the start of the process. */
export interface ScanCounts {
  clean: number;
  infected: number;
  /** The scanner gave no verdict; the upload waits, or was taken when the configuration says so. */
  unavailable: number;
  /** Taken without a search. */
  unscanned: number;
}

export interface Scanning {
  scanner: FileScanner;
  /** What becomes of an upload that cannot be searched now. */
  whenUnavailable: 'refuse' | 'accept';
  counts: ScanCounts;
  log: Log;
}

export function startScanCounts(): ScanCounts {
  return { clean: 0, infected: 0, unavailable: 0, unscanned: 0 };
}

/**
 * Returns when the upload may be taken. What is infected is removed, record and bytes; what could not be searched stays, to be asked for again.
 * @throws GatewayProblem `upload.infected`, `upload.scanner-unavailable`
 */
export async function scanUpload(
  record: UploadRecord,
  files: FileStore,
  uploads: UploadStore,
  { scanner, whenUnavailable, counts, log }: Scanning,
): Promise<void> {
  const bytes = await files.open(record.id);
  if (!bytes) throw new GatewayProblem('upload.not-found');
  const verdict = await scanner.scan(bytes);
  counts[verdict.kind] += 1;
  if (verdict.kind === 'infected') {
    log('alarm', { event: 'upload-infected', reason: verdict.signature });
    if (await uploads.remove(record.id)) await files.remove(record.id);
    throw new GatewayProblem('upload.infected');
  }
  if (verdict.kind !== 'unavailable') return;
  log('alarm', { event: 'scanner-unavailable', reason: verdict.reason });
  if (whenUnavailable === 'refuse')
    throw new GatewayProblem('upload.scanner-unavailable', { headers: { 'Retry-After': '30' } });
  counts.unscanned += 1;
}
