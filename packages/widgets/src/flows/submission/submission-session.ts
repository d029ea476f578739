/** One citizen's way through one procedure, without any drawing: which page, which draft, what was saved, what was sent. */
import type { Readable, StoredDraft } from '@motcua/client';
import { createWritable } from '@motcua/client';
import type { Form, Pointer } from '@motcua/form-engine/runtime';
import type { Confirmation, Issue, Submission } from '@motcua/schemas';
import { errorCode } from '../error-code.js';
import { forgetActiveDraft, recallActiveDraft, rememberActiveDraft } from './active-draft.js';
import {
  type AgencySearch,
  draftSecrets,
  emptyAgencySearch,
  newDraft,
  type Place,
  readDraft,
  type SubmissionDraft,
} from './draft-content.js';
import { type FillMaterial, loadFill, loadStart, loadTexts } from './load-procedure.js';
import { OpenDraft } from './open-draft.js';
import type { Papers } from './papers.js';
import { sendDossier } from './send-dossier.js';
import { agencyMissing, blockingIssues, declarationMissing, paperOnTheWay } from './session-issues.js';
import { type DraftOffer, firstState, type SessionOptions, type SessionState } from './session-state.js';
import { firstStep, placeBefore, standingPlace, stepAfter } from './step-order.js';

export class SubmissionSession {
  readonly #state;
  readonly state: Readable<SessionState>;
  fill: FillMaterial | undefined;
  #open: OpenDraft | undefined;

  constructor(readonly options: SessionOptions) {
    this.#state = createWritable<SessionState>(firstState(options.locale));
    this.state = this.#state;
  }

  get form(): Form | undefined {
    return this.#open?.form;
  }

  get papers(): Papers | undefined {
    return this.#open?.papers;
  }

  get confirmation(): Confirmation | undefined {
    return this.#open?.draft.confirmation;
  }

  /** What was sent, as the confirmation's hash knows it. */
  get sent(): Submission | undefined {
    return this.#open?.draft.sent;
  }

  /** Canonical; shown on the confirmation page only. */
  get lookupSecret(): string | undefined {
    return this.#open?.draft.lookupSecret;
  }

  /** Ids of the visible steps, in order. */
  get stepIds(): readonly string[] {
    const steps = this.form?.steps.get() ?? [];
    return steps.filter(({ visible }) => visible).map(({ id }) => id);
  }

  /** The step that shows a pointer. */
  stepOf(pointer: Pointer): string | undefined {
    return this.fill?.plan.steps.find(({ sections }) =>
      sections.some(({ fields }) => fields.some((field) => pointer === field || pointer.startsWith(`${field}/`))),
    )?.id;
  }

  /** Loads the start page, or goes on at once with the draft that this tab had open. */
  async open(): Promise<void> {
    const { client, slug } = this.options;
    this.#change({ page: { name: 'loading' } });
    try {
      const { published, texts } = await loadStart(client, slug, this.#now.locale);
      this.#change({ published, texts, persistence: await client.drafts.persistence() });
      const active = recallActiveDraft(slug);
      if (active !== undefined && (await this.resume(active))) return;
      await this.showStart();
    } catch (error) {
      this.#change({ page: { name: 'failed', code: errorCode(error) } });
    }
  }

  async showStart(): Promise<void> {
    this.#closeDraft();
    forgetActiveDraft(this.options.slug);
    this.#change({ page: { name: 'start' }, offers: await this.#offers(), reported: [], notice: undefined });
  }

  /** Starts a new draft at the choice of the agency, or at the first step where the host chose it. */
  async begin(): Promise<void> {
    const { client, slug, agency } = this.options;
    await this.#whileBusy(async () => {
      const draft = newDraft({ name: 'agency' });
      if (agency !== undefined) draft.agency = agency;
      const { id } = await client.drafts.create(slug);
      await this.#openDraft(id, draft);
      await this.#go(this.#now.agency ? firstStep(this.stepIds) : { name: 'agency' });
    });
  }

  /** Opens a stored draft where it was left. False when it is gone. */
  async resume(id: string): Promise<boolean> {
    let found = false;
    await this.#whileBusy(async () => {
      const stored = await this.options.client.drafts.load(id);
      const draft = stored && readDraft(stored);
      if (!stored || !draft) return;
      await this.#openDraft(stored.id, draft);
      const saved = { kind: 'saved' as const, at: new Date(stored.updatedAt) };
      this.#change({ page: standingPlace(this.stepIds, draft.place), reported: [], saved });
      found = true;
    });
    return found;
  }

  /** Takes the draft over from another tab, with what was saved there. */
  async takeOver(): Promise<void> {
    const id = this.#open?.id;
    if (id === undefined) return;
    this.#closeDraft();
    await this.resume(id);
    await this.#open?.claim({ takeOver: true });
  }

  async removeDraft(id: string): Promise<void> {
    await this.options.client.drafts.remove(id);
    this.#change({ offers: await this.#offers() });
  }

  /** Discards the draft that is open, with its papers, and goes back to the start. */
  async discard(): Promise<void> {
    const id = this.#open?.id;
    this.#closeDraft();
    if (id !== undefined) await this.options.client.drafts.remove(id);
    await this.showStart();
  }

  /** A draft as readable JSON, without the keys that open doors: the open one as the page holds it, another as it was saved. */
  async exportDraft(id?: string): Promise<Blob | undefined> {
    if (this.#open && (id === undefined || id === this.#open.id)) return this.#open.export();
    return id === undefined ? undefined : this.options.client.drafts.export(id, { without: draftSecrets });
  }

  async setLocale(locale: 'vi' | 'en'): Promise<void> {
    const { published } = this.#now;
    if (!published) return this.#change({ locale });
    const texts = await loadTexts(this.options.client, published, locale);
    this.#change({ locale, texts });
  }

  /** Sets the receiving agency by its commune; absent empties the choice. */
  async chooseAgency(code: string | undefined): Promise<void> {
    const draft = this.#open?.draft;
    if (!draft) return;
    if (code === undefined) {
      delete draft.agency;
      this.#change({ agency: undefined });
    } else {
      draft.agency = code;
    }
    this.changed();
    if (code !== undefined) await this.#loadAgency(code);
  }

  /** Keeps what was put into the search for the agency. */
  searchAgency(change: Partial<AgencySearch>): void {
    if (!this.#open) return;
    const agencySearch = { ...this.#now.agencySearch, ...change };
    this.#open.draft.agencySearch = agencySearch;
    this.#change({ agencySearch });
    this.changed();
  }

  /** Told after every input: the draft saves itself. */
  changed(): void {
    this.#open?.touch();
  }

  /** Before the camera or a file dialog opens: phones may discard the page meanwhile. */
  async saveNow(): Promise<void> {
    await this.#open?.flush();
  }

  /** Leaves the page forward when nothing on it is wrong; else reports what is. */
  async next(): Promise<void> {
    const { page } = this.#now;
    const { form, papers } = this;
    if (page.name === 'agency') {
      if (this.#open?.draft.agency === undefined) return this.#report([agencyMissing]);
      return this.#go(this.#afterEdit(firstStep(this.stepIds)));
    }
    if (page.name !== 'step' || !form || !papers) return;
    const { issues } = await form.validate({ step: page.id });
    const open = blockingIssues(issues, papers.unfinished);
    if (open.length > 0) return this.#report(open);
    await this.#go(this.#afterEdit(stepAfter(this.stepIds, page.id)));
  }

  async back(): Promise<void> {
    const { page, returnToReview } = this.#now;
    const before = returnToReview ? { name: 'review' as const } : placeBefore(this.stepIds, page);
    if (before) await this.#go(before);
    else await this.saveAndExit();
  }

  /** Opens a step from the check-answers page; leaving it comes back there. */
  async edit(place: Place): Promise<void> {
    await this.#go(place);
    this.#change({ returnToReview: true });
  }

  async goTo(place: Place): Promise<void> {
    await this.#go(place);
  }

  async saveAndExit(): Promise<void> {
    await this.saveNow();
    await this.showStart();
  }

  /** Checks everything and reports what is missing; true when the dossier may be sent. */
  async checkAll(declared: boolean): Promise<boolean> {
    const { form, papers } = this;
    if (!form || !papers) return false;
    const { issues } = await form.validate();
    const missing = [
      ...(this.#open?.draft.agency === undefined ? [agencyMissing] : []),
      ...blockingIssues(issues, papers.unfinished),
      ...papers.unfinished.map(paperOnTheWay),
      ...(declared ? [] : [declarationMissing]),
    ];
    if (missing.length === 0) return true;
    this.#report(missing);
    return false;
  }

  /** What would be sent now. Rejects while nothing is open or no agency is chosen. */
  async submission(): Promise<Submission> {
    if (!this.#open) throw new Error('No declaration is open: there is nothing to send.');
    return this.#open.submission(this.#now.locale);
  }

  /** Sends the dossier; a second press while it is on the way does nothing. */
  async send(): Promise<Confirmation | undefined> {
    const open = this.#open;
    if (this.#now.busy || !open) return undefined;
    let confirmation: Confirmation | undefined;
    await this.#whileBusy(async () => {
      confirmation = await this.#sendOnce(open);
    });
    return confirmation;
  }

  /** Takes a confirmation, the gateway's or one that a host got from a system of its own, with the body that was taken where it is known. */
  async complete(confirmation: Confirmation, sent?: Submission): Promise<void> {
    if (!this.#open) return;
    Object.assign(this.#open.draft, { confirmation, sent, unanswered: [], place: { name: 'confirmation' } });
    // Saved before it is shown: what a citizen has seen as sent is offered as sent after a crash.
    await this.saveNow();
    await this.#go({ name: 'confirmation' });
  }

  /** Issues from a server land on their fields; the summary lists them. */
  async acceptIssues(issues: readonly Issue[]): Promise<void> {
    this.form?.acceptIssues(issues);
    this.#report(issues);
  }

  async dispose(): Promise<void> {
    await this.saveNow();
    this.#closeDraft();
  }

  get #now(): SessionState {
    return this.#state.get();
  }

  #change(change: { [Key in keyof SessionState]?: SessionState[Key] | undefined }): void {
    this.#state.set({ ...this.#now, ...change } as SessionState);
  }

  #report(issues: readonly Issue[]): void {
    this.#change({ reported: issues, report: this.#now.report + 1 });
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    this.#change({ busy: true, notice: undefined });
    try {
      await work();
    } catch (error) {
      this.#change({ notice: { code: errorCode(error) } });
    } finally {
      this.#change({ busy: false });
    }
  }

  async #openDraft(id: string, draft: SubmissionDraft): Promise<void> {
    const { client, slug, validateOn } = this.options;
    const { published } = this.#now;
    if (!published) return;
    this.fill ??= await loadFill(client, published);
    this.#open = new OpenDraft({
      client,
      id,
      draft,
      fill: this.fill,
      today: published.today,
      validateOn,
      onSaved: (saved) => this.#change({ saved }),
      onTakenOver: (takenOver) => this.#change({ takenOver }),
    });
    await this.#open.start();
    rememberActiveDraft(slug, id);
    const agencySearch = draft.agencySearch ?? emptyAgencySearch;
    this.#change({ saved: { kind: 'idle' }, agency: undefined, agencySearch, returnToReview: false });
    if (draft.agency !== undefined) await this.#loadAgency(draft.agency);
  }

  #closeDraft(): void {
    this.#open?.close();
    this.#open = undefined;
    this.#change({ agency: undefined, takenOver: false, saved: { kind: 'idle' } });
  }

  /** A record that comes after the choice was changed is left aside. */
  async #loadAgency(code: string): Promise<void> {
    const isChosen = (): boolean => this.#open?.draft.agency === code;
    try {
      const agency = await this.options.client.agencies.get(code);
      if (isChosen()) this.#change({ agency });
    } catch (error) {
      if (!isChosen()) return;
      if (errorCode(error) === 'agency.not-found') delete this.#open?.draft.agency;
      this.#change({ notice: { code: errorCode(error) } });
    }
  }

  async #offers(): Promise<readonly DraftOffer[]> {
    const { client, slug } = this.options;
    const { drafts } = await client.drafts.list(slug).catch(() => ({ drafts: [] as StoredDraft[] }));
    return drafts.flatMap((stored) => {
      const place = readDraft(stored)?.place;
      if (!place) return [];
      return [{ id: stored.id, updatedAt: new Date(stored.updatedAt), expiresAt: new Date(stored.expiresAt), place }];
    });
  }

  async #go(place: Place): Promise<void> {
    if (this.#open) this.#open.draft.place = place;
    this.#change({ page: place, reported: [], returnToReview: false });
    await this.saveNow();
  }

  #afterEdit(place: Place): Place {
    return this.#now.returnToReview ? { name: 'review' } : place;
  }

  async #sendOnce(open: OpenDraft): Promise<Confirmation | undefined> {
    try {
      const { confirmation, submission, withEarlierAnswers } = await sendDossier({
        client: this.options.client,
        slug: this.options.slug,
        draft: open.draft,
        submission: await this.submission(),
        save: () => this.saveNow(),
        onRetry: () => this.#change({ notice: { code: 'send.retrying' } }),
      });
      await this.complete(confirmation, submission);
      this.#change({ notice: withEarlierAnswers ? { code: 'send.earlier-answers' } : undefined });
      return confirmation;
    } catch (error) {
      await this.#afterRefusal(error, open);
      return undefined;
    }
  }

  async #afterRefusal(error: unknown, open: OpenDraft): Promise<void> {
    const issues = (error as { issues?: readonly Issue[] }).issues ?? [];
    if (errorCode(error) === 'plan.outdated') await this.#renewPlan(open);
    else if (issues.length > 0) await this.acceptIssues(issues);
    this.#change({ notice: { code: errorCode(error) } });
  }

  /** The procedure was published anew meanwhile: keep every answer that still has a place. */
  async #renewPlan({ id, draft }: OpenDraft): Promise<void> {
    const { client, slug } = this.options;
    await this.saveNow();
    const { published, texts } = await loadStart(client, slug, this.#now.locale);
    this.#closeDraft();
    this.fill = undefined;
    this.#change({ published, texts });
    await this.#openDraft(id, draft);
    await this.#go({ name: 'review' });
  }
}
