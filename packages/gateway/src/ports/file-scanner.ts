/**
 * Searches a paper for what harms whoever opens it.
 */

/** `connection` it cannot be reached, `time` it did not answer in time, `size` it takes no file of this size, `protocol` it said what is not understood. */
export type ScannerFault = 'connection' | 'time' | 'size' | 'protocol';

export type ScanVerdict =
  | { kind: 'clean' }
  /** @property signature the scanner's name for what it found */
  | { kind: 'infected'; signature: string }
  | { kind: 'unavailable'; reason: ScannerFault }
  /** There is no scanner. */
  | { kind: 'unscanned' };

export interface FileScanner {
  /** As `clamd` or `none`. */
  readonly name: string;
  /** Reads the bytes to their end or cancels them. Never rejects. */
  scan(bytes: ReadableStream<Uint8Array>): Promise<ScanVerdict>;
  /** Does it answer now? Never rejects; true where there is none. */
  check(): Promise<boolean>;
}
