/**
 * Wires the uploads: quotas, the bytes on disk, the scanner.
 */
import { createClamdScanner, type ClamdAddress } from './adapters/scanner/clamd-scanner.js';
import { noScanner } from './adapters/scanner/no-scanner.js';
import { openTusFileStore } from './adapters/files/tus-file-store.js';
import { startScanCounts, type Scanning } from './domain/scan-upload.js';
import type { Log } from './http/log.js';
import type { Clock } from './ports/clock.js';
import type { FileScanner } from './ports/file-scanner.js';
import type { GatewayDatabase } from './ports/gateway-database.js';
import { registerUpload, UPLOADS_PATH, type UploadLimits, type UploadServices } from './routes/uploads.js';

export interface ScannerOptions {
  /** A ClamAV daemon; absent: papers are not searched for viruses. */
  clamd?: ClamdAddress;
  /** What becomes of an upload while the scanner does not answer; default: `refuse`, it waits. */
  whenUnavailable?: Scanning['whenUnavailable'];
}

export interface UploadOptions {
  /** Folder for the bytes. */
  folder: string;
  limits: UploadLimits;
  scanner?: ScannerOptions;
  /** Takes the place of what the options name. */
  scannerPort?: FileScanner;
}

/** Sample configuration; an operator sets what the disk can hold. */
export const DEFAULT_UPLOAD_LIMITS: UploadLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxCount: 60,
  maxTotalBytes: 500 * 1024 * 1024,
  maxCountOverall: 20_000,
  maxTotalBytesOverall: 100 * 1024 * 1024 * 1024,
  expiresAfterSeconds: 7 * 24 * 3600,
};

export async function openUploads(
  { folder, limits, scanner = {}, scannerPort }: UploadOptions,
  { database, clock, log }: { database: GatewayDatabase; clock: Clock; log: Log },
): Promise<UploadServices> {
  const parts = { uploads: database.uploads, clock, limits };
  const files = await openTusFileStore({
    folder,
    path: UPLOADS_PATH,
    maxBytes: limits.maxBytes,
    locks: database.uploadLocks,
    onCreate: (request, id, length) => registerUpload(request, id, length, parts),
  });
  const scanning: Scanning = {
    scanner: scannerPort ?? (scanner.clamd ? createClamdScanner({ address: scanner.clamd }) : noScanner),
    whenUnavailable: scanner.whenUnavailable ?? 'refuse',
    counts: startScanCounts(),
    log,
  };
  return { ...parts, files, scanning };
}
