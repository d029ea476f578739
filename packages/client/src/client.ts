/**
 * What a page may ask of a gateway. Everything here is an interface: a host with a system of its own gives its own object.
 * Failures are errors with a `code` (`errors/codes.ts`); tell them apart with the guards, never with `instanceof`.
 */
import type {
  Agency,
  Attachment,
  Confirmation,
  Dossier,
  DossierCompletion,
  Letter,
  PublishedProcedure,
  Resubmission,
  Submission,
} from '@motcua/schemas';
import type { DraftStore } from './drafts/draft-store.js';
import type { DraftStorage } from './drafts/draft-storage.js';
import type { JsonObject } from './json.js';
import type { MyDossiers } from './my-dossiers/my-dossiers.js';
import type { Uploads } from './uploads/upload.js';

export interface Client {
  readonly procedures: Procedures;
  readonly catalogs: Catalogs;
  readonly agencies: Agencies;
  readonly uploads: Uploads;
  readonly dossiers: Dossiers;
  readonly drafts: DraftStore;
  /** The dossiers that are remembered on this device, with consent. */
  readonly myDossiers: MyDossiers;
  /** The present by the gateway's clock; the device's own until the gateway has answered once. */
  now(): Date;
}

export interface Cancellable {
  signal?: AbortSignal;
}

export interface Procedures {
  /** @param slug `<sector>/<name>`. @throws `procedure.not-found` from the gateway. */
  get(slug: string, options?: Cancellable): Promise<PublishedProcedure>;
  /** The compiled plan: immutable, fetched once for each client. The engine checks its format. */
  plan(published: PublishedProcedure): Promise<PlanDocument>;
  /** The texts of one language. @throws `client.unknown-locale` when the procedure has none in it. */
  texts(published: PublishedProcedure, locale: string): Promise<JsonObject>;
}

/** A plan as it travels. Only what addresses it is known here; the rest is the form engine's business. */
export interface PlanDocument {
  planFormat: number;
  slug: string;
  hash: string;
  [member: string]: unknown;
}

export interface Catalogs {
  /** The catalogue in the version that the plan was compiled with. @throws `client.unknown-catalog`. */
  get(published: PublishedProcedure, name: string): Promise<JsonObject>;
}

export interface Agencies {
  /** The agency of a commune, by its 5-digit code. @throws `agency.not-found` from the gateway. */
  get(code: string, options?: Cancellable): Promise<Agency>;
}

export interface Dossiers {
  /**
   * Sends a dossier once, however often the line breaks: every attempt carries the same key, and a repeat gets the first answer.
   * @throws ProblemError `submission.invalid` with issues, `plan.outdated`, `idempotency.key-reused`; OfflineError when nothing got through.
   */
  submit(slug: string, submission: Submission, options: SubmitOptions): Promise<Confirmation>;
  /** All that anyone may learn from a code: how far the dossier has come. @throws ProblemError `dossier.not-found`. */
  completion(code: string, options?: Cancellable): Promise<DossierCompletion>;
  /** The dossier as its holder sees it. Unknown code and wrong secret are the same `dossier.not-found`. */
  get(code: string, options: LookupOptions): Promise<Dossier>;
  /**
   * Follows a dossier: its present state first, then each new one, for as long as the loop runs. All who watch the same dossier by one client
   * share a stream. It comes back by itself after a broken line, rests while the page is put away, and falls back to looking up now and then.
   * Leaving the loop or aborting the signal ends it without an error; a slow reader gets the newest state only.
   * @throws ProblemError `dossier.not-found` for an unknown code and a wrong secret alike; UsageError `code.malformed` at once.
   * @example for await (const { state } of client.dossiers.watch(code, { secret, signal })) show(state);
   */
  watch(code: string, options: LookupOptions): AsyncGenerator<Dossier, void, undefined>;
  /** Without a secret: how far it has come, each time that changes. */
  watch(code: string, options?: Cancellable): AsyncGenerator<DossierCompletion, void, undefined>;
  /** Takes the dossier back before it is received. A repeat with the same key changes nothing. */
  withdraw(code: string, options: WithdrawOptions): Promise<Dossier>;
  /**
   * Sends what the agency asked for. All answers are sent; only those asked for, and what they open, may differ. A repeat with the same key
   * gets the first answer.
   * @throws ProblemError `submission.invalid` and `supplement.not-requested` with issues, `dossier.transition-refused`, `plan.outdated`.
   */
  supplement(code: string, resubmission: Resubmission, options: ResubmitOptions): Promise<Dossier>;
  /** Sends all answers anew while nobody has received the dossier. @throws as `supplement`. */
  edit(code: string, resubmission: Resubmission, options: ResubmitOptions): Promise<Dossier>;
  /** A letter of the agency by its place in the history (`dossier.letters`). @throws ProblemError `letter.not-found`. */
  letter(code: string, sequence: number, options: LookupOptions): Promise<Letter>;
  /** A file of the result, compared with its hash. @throws ForeignAnswerError when something else came. */
  result(code: string, file: Attachment, options: LookupOptions): Promise<Blob>;
}

export interface SubmitOptions extends Cancellable {
  /** UUID made once for this sending and kept in the draft (`createIdempotencyKey`). */
  key: string;
  /** The draft's upload capability; needed when papers are attached. */
  uploadKey?: string;
  /** Told before each further attempt. */
  onRetry?: (retry: RetryNotice) => void;
}

export interface LookupOptions extends Cancellable {
  /** Look-up secret as typed or canonical; travels in a header, never in a URL. */
  secret: string;
}

export interface WithdrawOptions extends LookupOptions {
  /** UUID made once for this withdrawal. */
  key: string;
  onRetry?: (retry: RetryNotice) => void;
}

export interface ResubmitOptions extends WithdrawOptions {
  /** The capability under which new papers were uploaded; needed when there are any. */
  uploadKey?: string;
}

export interface RetryNotice {
  /** 1 for the first attempt after the one that failed. */
  attempt: number;
  /** Milliseconds until that attempt. */
  delayMs: number;
  /** Code of the failure that asks for it. */
  reason: string;
}

export interface ClientOptions {
  /** Base address of the gateway, without `/v1`; may end in a sub-path. */
  gateway: string | URL;
  /** Replaces the platform's `fetch`, for logging, tests or a special route. */
  fetch?: typeof globalThis.fetch;
  /** Where drafts live: encrypted on the device (default), in memory only, or in a storage of the host. */
  storage?: 'device' | 'memory' | DraftStorage;
  /** Bearer token of a signed-in portal, asked before each request and kept nowhere. */
  token?: () => Promise<string | undefined>;
  retry?: Partial<RetryPolicy>;
  /** Milliseconds for one attempt. Default 30,000. */
  timeoutMs?: number;
  /** Days after the last save until a draft is removed. Default 30. */
  draftDays?: number;
}

export interface RetryPolicy {
  /** Attempts in all, the first included. Default 5. */
  attempts: number;
  /** Milliseconds before the second attempt; doubles from then on, with jitter. Default 500. */
  baseDelayMs: number;
  /** Milliseconds, upper end of the growing delay. Default 15,000. */
  maxDelayMs: number;
  /** Milliseconds: a longer Retry-After ends the retrying instead of waiting unseen. Default 60,000. */
  maxRetryAfterMs: number;
}
