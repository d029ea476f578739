import { StorageError } from '../errors/client-error.js';

/** What a browser's storage exception means to us. */
export function describeStorageFailure(error: unknown): StorageError {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageError('storage.quota', { cause: error });
  if (name === 'SecurityError') return new StorageError('storage.blocked', { cause: error });
  return new StorageError('storage.unavailable', { cause: error });
}
