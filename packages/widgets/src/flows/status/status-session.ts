/** One look-up of a dossier, without any drawing: what was asked, what came back, whether it was withdrawn. */
import type { LookupClient, Readable } from '@motcua/client';
import { createIdempotencyKey, createWritable, normalizeDossierCode, normalizeLookupSecret } from '@motcua/client';
import type { Plan } from '@motcua/form-engine/runtime';
import type { Dossier, DossierCompletion } from '@motcua/schemas';
import { type CatalogDirectory, createCatalogDirectory } from '../../form/catalog-directory.js';
import type { ProcedureTexts } from '../../form/procedure-texts.js';
import type { FlowTextKey } from '../../text/flows.vi.js';
import { errorCode } from '../error-code.js';
import { loadFill, loadTexts } from '../submission/load-procedure.js';

/** What the answers of a dossier need to be read. */
export interface AnswerMaterial {
  plan: Plan;
  texts: ProcedureTexts;
  /** Made once for the result, not at every drawing: it reads all communes. */
  catalogs: CatalogDirectory;
}

export interface StatusState {
  busy: boolean;
  codeError?: FlowTextKey;
  secretError?: { key: FlowTextKey; params?: Readonly<Record<string, number>> };
  /** Code of what went wrong with the look-up or the withdrawal. */
  problem?: string;
  completion?: DossierCompletion;
  dossier?: Dossier;
  answers?: AnswerMaterial;
  /** Counts the results, so that each is announced. */
  results: number;
  /** Counts the changes that came by themselves since the result. */
  changes: number;
  withdrawn: boolean;
}

const nothing: StatusState = { busy: false, results: 0, changes: 0, withdrawn: false };

export class StatusSession {
  readonly #state = createWritable<StatusState>(nothing);
  readonly state: Readable<StatusState> = this.#state;
  /** Kept in memory only, for the withdrawal. */
  #secret: string | undefined;
  #withdrawKey: string | undefined;
  #following: AbortController | undefined;
  /** What came while something else was under way. */
  #news: Found | undefined;

  constructor(
    private readonly client: LookupClient,
    private readonly locale: () => 'vi' | 'en',
  ) {}

  /** Looks the dossier up: with a secret whole, without one its completion only. */
  async search(codeText: string, secretText: string): Promise<void> {
    if (this.#state.get().busy) return;
    const asked = readQuestion(codeText, secretText);
    if ('errors' in asked) {
      this.#state.set({ ...nothing, results: this.#state.get().results, ...asked.errors });
      return;
    }
    this.#stopFollowing();
    await this.#whileBusy(async () => {
      const found =
        asked.secret === undefined ? await this.#completion(asked.code) : await this.#dossier(asked.code, asked.secret);
      this.#secret = asked.secret;
      this.#withdrawKey = createIdempotencyKey();
      this.#state.set({ ...nothing, ...found, results: this.#state.get().results + 1 });
      void this.#follow(asked.code, asked.secret);
    });
  }

  /** Takes the dossier back before it is received. */
  async withdraw(): Promise<void> {
    const { dossier } = this.#state.get();
    const secret = this.#secret;
    const key = this.#withdrawKey;
    if (!dossier || secret === undefined || key === undefined) return;
    await this.#whileBusy(async () => {
      const after = await this.client.dossiers.withdraw(dossier.code, { secret, key });
      this.#state.set({
        ...this.#state.get(),
        dossier: after,
        withdrawn: true,
        results: this.#state.get().results + 1,
      });
    });
  }

  /** Fetches what the answers need, when the holder asks to see them. */
  async showAnswers(): Promise<void> {
    const { dossier } = this.#state.get();
    if (!dossier) return;
    await this.#whileBusy(async () => {
      const locale = this.locale();
      const published = await this.client.procedures.get(dossier.procedure.slug);
      const [fill, texts] = await Promise.all([
        loadFill(this.client, published),
        loadTexts(this.client, published, locale),
      ]);
      this.#state.set({
        ...this.#state.get(),
        answers: { plan: fill.plan, texts, catalogs: createCatalogDirectory(fill.catalogs, locale) },
      });
    });
  }

  /** Leaves nothing of the result in the page. */
  clear(): void {
    this.#stopFollowing();
    this.#secret = undefined;
    this.#withdrawKey = undefined;
    this.#state.set({ ...nothing });
  }

  /** Takes each new state of the dossier into the result, until the result is left. */
  async #follow(code: string, secret: string | undefined): Promise<void> {
    const { signal } = (this.#following = new AbortController());
    const { dossiers } = this.client;
    try {
      if (secret === undefined) {
        for await (const completion of dossiers.watch(code, { signal })) this.#take({ completion }, signal);
      } else for await (const dossier of dossiers.watch(code, { secret, signal })) this.#take({ dossier }, signal);
    } catch (error) {
      if (!signal.aborted) this.#state.set({ ...this.#state.get(), problem: errorCode(error) });
    }
  }

  /** What was on its way when the result was left is dropped. */
  #take(found: Found, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    const now = this.#state.get();
    this.#news = now.busy ? found : undefined;
    if (now.busy || !isNews(found, now)) return;
    this.#state.set({ ...now, ...found, changes: now.changes + 1 });
  }

  #stopFollowing(): void {
    this.#following?.abort();
    this.#following = undefined;
    this.#news = undefined;
  }

  async #completion(code: string): Promise<Partial<StatusState>> {
    return { completion: await this.client.dossiers.completion(code) };
  }

  async #dossier(code: string, secret: string): Promise<Partial<StatusState>> {
    return { dossier: await this.client.dossiers.get(code, { secret }) };
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    const { problem: _, ...before } = this.#state.get();
    this.#state.set({ ...before, busy: true });
    try {
      await work();
    } catch (error) {
      const code = errorCode(error);
      const kept = code === 'dossier.not-found' ? { ...nothing, results: before.results } : this.#state.get();
      this.#state.set({ ...kept, problem: code });
    } finally {
      this.#state.set({ ...this.#state.get(), busy: false });
      if (this.#news) this.#take(this.#news);
    }
  }
}

type Found = { dossier: Dossier } | { completion: DossierCompletion };

/** Is it more than what is shown? A step of our own is shown already when the stream tells of it. */
function isNews(found: Found, shown: StatusState): boolean {
  if ('dossier' in found) return found.dossier.history.length > (shown.dossier?.history.length ?? 0);
  return JSON.stringify(found.completion.completion) !== JSON.stringify(shown.completion?.completion);
}

type QuestionErrors = Pick<StatusState, 'codeError' | 'secretError'>;
type Question = { code: string; secret?: string } | { errors: QuestionErrors };

function readQuestion(codeText: string, secretText: string): Question {
  const code = attempt(() => normalizeDossierCode(codeText));
  const secret = secretText.trim() === '' ? undefined : attempt(() => normalizeLookupSecret(secretText));
  const errors: QuestionErrors = {};
  if (code === undefined) errors.codeError = 'status.codeMissing';
  else if (/^TN\b/.test(code) && !/^TN(-[0-9A-Z]{4}){3}$/.test(code)) errors.codeError = 'status.codeMalformed';
  if (secretText.trim() !== '' && secret === undefined) {
    errors.secretError = { key: 'status.secretMalformed', params: { actual: secretText.replace(/[\s-]/g, '').length } };
  }
  if (errors.codeError !== undefined || errors.secretError !== undefined || code === undefined) return { errors };
  return secret === undefined ? { code } : { code, secret };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
