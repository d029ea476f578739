/** Everything that speaks to a gateway. Importing has no effect and needs no window. */
export { createClient } from './create-client.js';
export { createLookupClient, type LookupClient } from './create-lookup-client.js';
export type * from './client.js';
export type { JsonObject, JsonValue } from './json.js';
export { createWritable } from './readable.js';
export type { Readable, Unsubscribe, Writable } from './readable.js';

export type * from './drafts/draft-store.js';
export type { DraftRecord, DraftStorage, FileRecord, SliceRecord } from './drafts/draft-storage.js';
export type { Sealed, Sealer } from './drafts/sealer.js';
export { createDraftStore, type DraftStoreOptions } from './drafts/create-draft-store.js';
export type * from './my-dossiers/my-dossiers.js';
export { createMyDossiers, type MyDossiersOptions } from './my-dossiers/create-my-dossiers.js';
export { MOST_KEPT_BYTES } from './drafts/draft-files.js';

export type * from './uploads/upload.js';

export {
  createLookupSecret,
  formatLookupSecret,
  hashLookupSecret,
  normalizeLookupSecret,
} from './codes/lookup-secret.js';
export { isProvisionalCode, normalizeDossierCode, readProvisionalCode } from './codes/dossier-code.js';
export { createIdempotencyKey, createUploadKey } from './codes/keys.js';

export { CLIENT_ERROR_CODES, type ClientErrorCode } from './errors/codes.js';
export {
  AbortedError,
  DraftError,
  ForeignAnswerError,
  OfflineError,
  ProblemError,
  StorageError,
  TimeoutError,
  UploadError,
  UsageError,
  isAbortedError,
  isClientError,
  isConnectionError,
  isDraftError,
  isProblemError,
  isStorageError,
  type ClientError,
  type ClientErrorKind,
} from './errors/client-error.js';
