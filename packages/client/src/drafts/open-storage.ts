import type { ClientOptions } from '../client.js';
import { isStorageError } from '../errors/client-error.js';
import type { DraftStorage } from './draft-storage.js';
import { createMemoryStorage } from './memory-storage.js';

/** The storage asked for, or memory with the reason why it cannot be had. Never rejects. */
export async function openStorage(choice: NonNullable<ClientOptions['storage']>, name: string): Promise<DraftStorage> {
  if (choice === 'memory') return createMemoryStorage('storage.chosen');
  if (choice !== 'device') return choice;
  try {
    const { openIndexedDbStorage } = await import('./indexeddb-storage.js');
    return await openIndexedDbStorage(name);
  } catch (error) {
    const code = isStorageError(error) ? error.code : 'storage.unavailable';
    return createMemoryStorage(
      code === 'storage.blocked' || code === 'storage.insecure-context' ? code : 'storage.unavailable',
    );
  }
}
