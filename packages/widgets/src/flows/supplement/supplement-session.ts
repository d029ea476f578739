/** One dossier being answered anew, without any drawing: what is open, what was saved, what is wrong, what was sent. */
import type { Client, Readable } from '@motcua/client';
import { createWritable } from '@motcua/client';
import type { Dossier, Issue, PublishedProcedure } from '@motcua/schemas';
import type { ProcedureTexts } from '../../form/procedure-texts.js';
import { errorCode } from '../error-code.js';
import { sendOnce } from '../send-once.js';
import { type FillMaterial, loadFill, loadTexts } from '../submission/load-procedure.js';
import { blockingIssues, paperOnTheWay } from '../submission/session-issues.js';
import { OpenSupplement } from './open-supplement.js';
import { awaitsTask, openSupplementDraft, type Task } from './supplement-draft.js';

export interface SupplementState {
  phase: 'loading' | 'failed' | 'open';
  /** Code of why it could not be opened. */
  code?: string;
  texts?: ProcedureTexts;
  /** The part that is being changed, where all parts may be. */
  step?: string;
  /** What the error summary lists. */
  reported: readonly Issue[];
  /** Counts the reports, so that the same list is announced again. */
  report: number;
  busy: boolean;
  /** Code of something to say above the page. */
  notice?: string;
  /** Counts up with every answer, file and saving. */
  version: number;
}

export interface SupplementOptions {
  client: Client;
  task: Task;
  /** As it was when the editing began. */
  dossier: Dossier;
  secret: string;
  locale: 'vi' | 'en';
}

/** What came of a sending. */
export interface Resent {
  dossier: Dossier;
  withEarlierAnswers: boolean;
}

export class SupplementSession {
  readonly #state = createWritable<SupplementState>({
    phase: 'loading',
    reported: [],
    report: 0,
    busy: false,
    version: 0,
  });
  readonly state: Readable<SupplementState> = this.#state;
  open: OpenSupplement | undefined;
  fill: FillMaterial | undefined;
  published: PublishedProcedure | undefined;

  constructor(readonly options: SupplementOptions) {}

  async start(): Promise<void> {
    const { client, dossier, task, locale } = this.options;
    try {
      const published = await client.procedures.get(dossier.procedure.slug);
      if (published.plan.hash !== dossier.procedure.planHash)
        throw Object.assign(new Error(), { code: 'plan.outdated' });
      const [fill, texts] = await Promise.all([loadFill(client, published), loadTexts(client, published, locale)]);
      const { id, draft } = await openSupplementDraft(client, dossier, task);
      this.published = published;
      this.fill = fill;
      const onChange = (): void => this.#change({ version: this.#state.get().version + 1 });
      this.open = new OpenSupplement({ client, id, draft, dossier, fill, today: published.today, onChange });
      await this.open.start();
      this.#change({ phase: 'open', texts });
    } catch (error) {
      this.#change({ phase: 'failed', code: errorCode(error) });
    }
  }

  async setLocale(locale: 'vi' | 'en'): Promise<void> {
    if (!this.published) return;
    this.#change({ texts: await loadTexts(this.options.client, this.published, locale) });
  }

  showStep(step: string): void {
    this.#change({ step, reported: [] });
  }

  /** Leaves the part when nothing in it is wrong, else reports what is. */
  async leaveStep(): Promise<void> {
    const { step } = this.#state.get();
    if (!this.open || step === undefined) return;
    const { issues } = await this.open.form.validate({ step });
    const blocking = blockingIssues(issues, this.open.papers.unfinished);
    if (blocking.length > 0) return this.#report(blocking);
    await this.open.flush();
    const { step: _, ...rest } = this.#state.get();
    this.#state.set({ ...rest, reported: [] });
  }

  /** Checks all and sends; a second press while it is on the way does nothing. */
  async send(): Promise<Resent | undefined> {
    const { open } = this;
    if (!open || this.#state.get().busy || !(await this.#isComplete(open))) return undefined;
    this.#change({ busy: true, notice: undefined });
    try {
      return await this.#sendOnce(open);
    } catch (error) {
      const issues = (error as { issues?: readonly Issue[] }).issues ?? [];
      open.form.acceptIssues(issues);
      if (issues.length > 0) this.#report(issues);
      this.#change({ notice: errorCode(error) });
      return undefined;
    } finally {
      this.#change({ busy: false });
    }
  }

  /** Was something sent whose answer never came? Then sending again brings it, even though the dossier has moved. */
  get mayHaveBeenSent(): boolean {
    return (this.open?.draft.unanswered.length ?? 0) > 0;
  }

  /** Can it still be sent, as the dossier stands now? */
  isAwaited(now: Dossier): boolean {
    const asked = this.options.dossier.supplementRequest?.requestedAt;
    return awaitsTask(now, this.options.task) && now.supplementRequest?.requestedAt === asked;
  }

  async takeOver(): Promise<void> {
    await this.open?.claim({ takeOver: true });
  }

  async discard(): Promise<void> {
    await this.open?.discard();
    this.open = undefined;
  }

  async dispose(): Promise<void> {
    await this.open?.flush();
    this.open?.close();
    this.open = undefined;
  }

  async #isComplete({ form, papers }: OpenSupplement): Promise<boolean> {
    const { issues } = await form.validate();
    const missing = [...blockingIssues(issues, papers.unfinished), ...papers.unfinished.map(paperOnTheWay)];
    if (missing.length > 0) this.#report(missing);
    return missing.length === 0;
  }

  async #sendOnce(open: OpenSupplement): Promise<Resent> {
    const { client, dossier, secret, task } = this.options;
    const { draft } = open;
    const { key, uploadKey, unanswered } = draft;
    const onRetry = (): void => this.#change({ notice: 'send.retrying' });
    const { answer, withEarlierAnswers } = await sendOnce(
      {
        unanswered,
        save: () => open.flush(),
        send: (body) => client.dossiers[task](dossier.provisionalCode, body, { secret, key, uploadKey, onRetry }),
      },
      (bodies) => (draft.unanswered = bodies),
      open.resubmission(),
    );
    await this.discard();
    return { dossier: answer, withEarlierAnswers };
  }

  #report(issues: readonly Issue[]): void {
    this.#change({ reported: issues, report: this.#state.get().report + 1 });
  }

  #change(change: { [Key in keyof SupplementState]?: SupplementState[Key] | undefined }): void {
    this.#state.set({ ...this.#state.get(), ...change } as SupplementState);
  }
}
