/** One look-up of a dossier, without any drawing: what was asked, what came back, whether it was withdrawn. */
import type { LookupClient, Readable } from '@motcua/client';
import { createIdempotencyKey, createWritable } from '@motcua/client';
import type { Plan } from '@motcua/form-engine/runtime';
import type { Attachment, Dossier, DossierCompletion, Letter, PublishedProcedure } from '@motcua/schemas';
import { type CatalogDirectory, createCatalogDirectory } from '../../form/catalog-directory.js';
import type { ProcedureTexts } from '../../form/procedure-texts.js';
import { errorCode } from '../error-code.js';
import { loadFill, loadStart, loadTexts } from '../submission/load-procedure.js';
import type { Task } from '../supplement/supplement-draft.js';
import { type QuestionErrors, readQuestion } from './read-question.js';

/** What the answers of a dossier need to be read. */
export interface AnswerMaterial {
  plan: Plan;
  texts: ProcedureTexts;
  /** Made once for the result, not at every drawing: it reads all communes. */
  catalogs: CatalogDirectory;
}

/** What a request is told in: names of fields and papers. */
export interface RequestMaterial {
  texts: ProcedureTexts;
  published: PublishedProcedure;
}

/** What was just done to the dossier from here. */
export type Done = 'withdrawn' | 'supplement' | 'edit';

export interface StatusState extends QuestionErrors {
  busy: boolean;
  /** Code of what went wrong with the look-up or the withdrawal. */
  problem?: string;
  completion?: DossierCompletion;
  dossier?: Dossier;
  answers?: AnswerMaterial;
  /** Absent until it is loaded. */
  request?: RequestMaterial;
  /** The dossier is being answered anew. */
  task?: Task;
  /** The letter that is open. */
  letter?: Letter;
  /** Counts the results, so that each is announced. */
  results: number;
  /** Counts the changes that came by themselves since the result. */
  changes: number;
  done?: Done;
  /** What was taken was an earlier sending, without the last changes. */
  earlierSent: boolean;
}

const nothing: StatusState = { busy: false, results: 0, changes: 0, earlierSent: false };

export class StatusSession {
  readonly #state = createWritable<StatusState>(nothing);
  readonly state: Readable<StatusState> = this.#state;
  /** Kept in memory only. */
  #secret: string | undefined;
  #withdrawKey: string | undefined;
  #following: AbortController | undefined;
  /** What came while something else was under way. */
  #news: Found | undefined;

  constructor(
    private readonly client: LookupClient,
    private readonly locale: () => 'vi' | 'en',
    /** Awaited before a dossier is shown: loads what draws it. */
    private readonly prepare: () => Promise<void> = () => Promise.resolve(),
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
      void this.describeRequest();
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
      this.#showDone(after, 'withdrawn');
    });
  }

  /** The secret of the dossier that is shown; for the parts that act on it. */
  get secret(): string | undefined {
    return this.#secret;
  }

  openTask(task: Task): void {
    const { done: _, letter: _letter, ...rest } = this.#state.get();
    this.#state.set({ ...rest, task });
  }

  /** Back to the dossier. */
  leaveTask(): void {
    const { task: _, ...rest } = this.#state.get();
    this.#state.set({ ...rest, results: rest.results + 1 });
  }

  /** The answers were sent anew; what is asked for is not asked for any more. */
  finishTask(after: Dossier, withEarlierAnswers: boolean): void {
    const { task, answers: _, ...rest } = this.#state.get();
    this.#state.set({ ...rest, earlierSent: withEarlierAnswers });
    this.#showDone(after, task ?? 'supplement');
  }

  /** Reads a letter of the agency and shows it; true when it is there. */
  async openLetter(sequence: number): Promise<boolean> {
    const { dossier } = this.#state.get();
    const secret = this.#secret;
    if (!dossier || secret === undefined) return false;
    await this.#whileBusy(async () => {
      const letter = await this.client.dossiers.letter(dossier.code, sequence, { secret });
      this.#state.set({ ...this.#state.get(), letter });
    });
    return this.#state.get().letter?.sequence === sequence;
  }

  closeLetter(): void {
    const { letter: _, ...rest } = this.#state.get();
    this.#state.set(rest);
  }

  /** A file of the result; absent when it could not be had, which the state then tells. */
  async readResult(file: Attachment): Promise<Blob | undefined> {
    const { dossier } = this.#state.get();
    const secret = this.#secret;
    let blob: Blob | undefined;
    if (!dossier || secret === undefined) return undefined;
    await this.#whileBusy(async () => {
      blob = await this.client.dossiers.result(dossier.code, file, { secret });
    });
    return blob;
  }

  /** Fetches the names of what is asked for. Without them the reasons still say it. */
  async describeRequest(): Promise<void> {
    const { dossier } = this.#state.get();
    if (!dossier?.supplementRequest) return;
    try {
      const request = await loadStart(this.client, dossier.procedure.slug, this.locale());
      if (this.#state.get().dossier?.provisionalCode === dossier.provisionalCode)
        this.#state.set({ ...this.#state.get(), request });
    } catch {
      return;
    }
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

  /** Something beside the session went wrong; it is told in the same place. */
  fail(code: string): void {
    this.#state.set({ ...this.#state.get(), problem: code });
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
    const { done: _, ...rest } = now;
    this.#state.set({ ...rest, ...found, earlierSent: false, changes: now.changes + 1 });
    if (now.request === undefined) void this.describeRequest();
  }

  #showDone(dossier: Dossier, done: Done): void {
    const now = this.#state.get();
    this.#state.set({ ...now, dossier, done, results: now.results + 1 });
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
    const [dossier] = await Promise.all([this.client.dossiers.get(code, { secret }), this.prepare()]);
    return { dossier };
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
