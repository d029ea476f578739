/** One citizen's way through one procedure, without any drawing: which page, which draft, what was saved, what was sent. */
import type { Client, DraftClaim, Persistence, Readable, StoredDraft } from '@motcua/client';
import { createWritable, hashLookupSecret } from '@motcua/client';
import { createForm, type Form, type Pointer } from '@motcua/form-engine/runtime';
import type { Agency, Confirmation, Issue, PublishedProcedure, Submission } from '@motcua/schemas';
import { errorCode } from '../error-code.js';
import type { FeedbackPolicy } from '../../form/feedback.js';
import type { ProcedureTexts } from '../../form/procedure-texts.js';
import {
  type AgencySearch,
  type SubmissionDraft,
  draftSecrets,
  emptyAgencySearch,
  newDraft,
  type Place,
  readDraft,
  toDraftContent,
} from './draft-content.js';
import { DraftKeeper, type SavedState } from './draft-keeper.js';
import { type FillMaterial, loadFill, loadStart, loadTexts } from './load-procedure.js';
import { Papers } from './papers.js';
import { forgetActiveDraft, recallActiveDraft, rememberActiveDraft } from './active-draft.js';
import { sendDossier } from './send-dossier.js';

export type Page = { name: 'loading' } | { name: 'failed'; code: string } | { name: 'start' } | Place;

/** A draft as the start page offers it. */
export interface DraftOffer {
  id: string;
  updatedAt: Date;
  expiresAt: Date;
  place: Place;
}

export interface SessionState {
  page: Page;
  locale: 'vi' | 'en';
  published?: PublishedProcedure;
  texts?: ProcedureTexts;
  offers: readonly DraftOffer[];
  persistence?: Persistence;
  saved: SavedState;
  agency?: Agency;
  agencySearch: AgencySearch;
  /** What the error summary of the page lists. */
  reported: readonly Issue[];
  /** Counts the reports, so that the same list is announced again. */
  report: number;
  busy: boolean;
  /** Something to say above the page. */
  notice?: { code: string; params?: Readonly<Record<string, string | number>> };
  /** Another tab edits this draft now. */
  takenOver: boolean;
  /** Set while a step was opened from the check-answers page. */
  returnToReview: boolean;
}

export interface SessionOptions {
  client: Client;
  slug: string;
  locale: 'vi' | 'en';
  validateOn: FeedbackPolicy;
  /** Commune code that the host has chosen already. */
  agency?: string;
}

export class SubmissionSession {
  readonly #state;
  readonly state: Readable<SessionState>;
  fill: FillMaterial | undefined;
  form: Form | undefined;
  papers: Papers | undefined;
  #draft: SubmissionDraft | undefined;
  #draftId: string | undefined;
  #keeper: DraftKeeper | undefined;
  #claim: DraftClaim | undefined;
  #release: (() => void)[] = [];

  constructor(readonly options: SessionOptions) {
    this.#state = createWritable<SessionState>({
      page: { name: 'loading' },
      locale: options.locale,
      offers: [],
      agencySearch: emptyAgencySearch,
      saved: { kind: 'idle' },
      reported: [],
      report: 0,
      busy: false,
      takenOver: false,
      returnToReview: false,
    });
    this.state = this.#state;
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
    await this.#closeDraft();
    forgetActiveDraft(this.options.slug);
    this.#change({ page: { name: 'start' }, offers: await this.#offers(), reported: [], notice: undefined });
  }

  /** Starts a new draft at the choice of the agency, or at the first step where the host chose it. */
  async begin(): Promise<void> {
    await this.#whileBusy(async () => {
      const draft = newDraft({ name: 'agency' });
      if (this.options.agency !== undefined) draft.agency = this.options.agency;
      const stored = await this.#createDraft();
      await this.#openDraft(stored, draft);
      await this.#go(this.#now.agency ? this.#firstStep() : { name: 'agency' });
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
      this.#change({ page: this.#standing(draft.place), reported: [] });
      found = true;
    });
    return found;
  }

  async removeDraft(id: string): Promise<void> {
    await this.options.client.drafts.remove(id);
    this.#change({ offers: await this.#offers() });
  }

  /** Discards the draft that is open, with its papers, and goes back to the start. */
  async discard(): Promise<void> {
    const id = this.#draftId;
    await this.#closeDraft();
    if (id !== undefined) await this.options.client.drafts.remove(id);
    await this.showStart();
  }

  /** The open draft as readable JSON, without the keys that open doors. */
  async exportDraft(id = this.#draftId): Promise<Blob | undefined> {
    if (id === undefined) return undefined;
    await this.#keeper?.flush();
    return this.options.client.drafts.export(id, { without: draftSecrets });
  }

  async setLocale(locale: 'vi' | 'en'): Promise<void> {
    const { published } = this.#now;
    if (!published) return this.#change({ locale });
    const texts = await loadTexts(this.options.client, published, locale);
    this.#change({ locale, texts });
  }

  /** Sets the receiving agency by its commune; absent empties the choice. */
  async chooseAgency(code: string | undefined): Promise<void> {
    if (!this.#draft) return;
    if (code === undefined) {
      delete this.#draft.agency;
      this.#change({ agency: undefined });
    } else {
      this.#draft.agency = code;
      await this.#loadAgency(code);
    }
    this.changed();
  }

  /** Keeps what was put into the search for the agency. */
  searchAgency(change: Partial<AgencySearch>): void {
    if (!this.#draft) return;
    const agencySearch = { ...this.#now.agencySearch, ...change };
    this.#draft.agencySearch = agencySearch;
    this.#change({ agencySearch });
    this.changed();
  }

  /** Told after every input: the draft saves itself. */
  changed(): void {
    this.#keeper?.touch();
  }

  /** Before the camera or a file dialog opens: phones may discard the page meanwhile. */
  saveNow(): Promise<void> {
    return this.#keeper?.flush() ?? Promise.resolve();
  }

  /** Leaves the page forward when nothing on it is wrong; else reports what is. */
  async next(): Promise<void> {
    const { page } = this.#now;
    if (page.name === 'agency') {
      if (this.#draft?.agency === undefined) return this.#report([agencyMissing]);
      return this.#go(this.#afterEdit(this.#firstStep()));
    }
    if (page.name !== 'step' || !this.form) return;
    const { issues } = await this.form.validate({ step: page.id });
    const open = this.#withoutPapersOnTheWay(issues.filter(isError));
    if (open.length > 0) return this.#report(open);
    await this.#go(this.#afterEdit(this.#stepAfter(page.id)));
  }

  async back(): Promise<void> {
    const { page, returnToReview } = this.#now;
    if (returnToReview) return this.#go({ name: 'review' });
    const before = this.#placeBefore(page);
    if (before) await this.#go(before);
    else await this.showStart();
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
    await this.#keeper?.flush();
    await this.showStart();
  }

  /** Checks everything and reports what is missing; true when the dossier may be sent. */
  async checkAll(declared: boolean): Promise<boolean> {
    if (!this.form || !this.papers) return false;
    const { issues } = await this.form.validate();
    const open = issues
      .filter(isError)
      .filter(({ pointer }) => !this.papers?.unfinished.some((one) => pointer.startsWith(one)));
    const onTheWay = this.papers.unfinished.map(paperOnTheWay);
    const missing = [
      ...(this.#draft?.agency === undefined ? [agencyMissing] : []),
      ...open,
      ...onTheWay,
      ...(declared ? [] : [declarationMissing]),
    ];
    if (missing.length === 0) return true;
    this.#report(missing);
    return false;
  }

  /** What would be sent now. */
  submission(): Promise<Submission> {
    return this.#buildSubmission();
  }

  /** Sends the dossier; a second press while it is on the way does nothing. */
  async send(): Promise<Confirmation | undefined> {
    if (this.#now.busy || !this.form || !this.#draft) return undefined;
    let confirmation: Confirmation | undefined;
    await this.#whileBusy(async () => {
      confirmation = await this.#sendOnce();
    });
    return confirmation;
  }

  /** Takes a confirmation that a host got from a system of its own. */
  async complete(confirmation: Confirmation): Promise<void> {
    if (!this.#draft) return;
    this.#draft.confirmation = confirmation;
    this.#draft.unanswered = [];
    this.#draft.place = { name: 'confirmation' };
    // Saved before it is shown: what a citizen has seen as sent is offered as sent after a crash.
    await this.#keeper?.flush();
    await this.#go({ name: 'confirmation' });
  }

  /** Issues from a server land on their fields; the page with the first one opens. */
  async acceptIssues(issues: readonly Issue[]): Promise<void> {
    this.form?.acceptIssues(issues);
    this.#report(issues);
  }

  /** The confirmation page is closed: the draft and its secret leave the device. */
  async closeConfirmation(): Promise<void> {
    await this.discard();
  }

  get confirmation(): Confirmation | undefined {
    return this.#draft?.confirmation;
  }

  /** Canonical; shown on the confirmation page only. */
  get lookupSecret(): string | undefined {
    return this.#draft?.lookupSecret;
  }

  get draftId(): string | undefined {
    return this.#draftId;
  }

  /** Visible steps in order, with the review as the last one. */
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

  clearNotice(): void {
    this.#change({ notice: undefined });
  }

  async dispose(): Promise<void> {
    await this.#keeper?.flush();
    await this.#closeDraft();
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

  async #createDraft(): Promise<string> {
    const stored = await this.options.client.drafts.create(this.options.slug);
    return stored.id;
  }

  async #openDraft(id: string, draft: SubmissionDraft): Promise<void> {
    const { client } = this.options;
    const published = this.#now.published;
    if (!published) return;
    this.fill ??= await loadFill(client, published);
    this.#draft = draft;
    this.#draftId = id;
    this.form = this.#createForm(draft);
    this.papers = new Papers({
      client,
      form: this.form,
      draftId: id,
      uploadKey: draft.uploadKey,
      onChange: () => this.changed(),
    });
    await this.papers.resume(draft.papers);
    this.#keeper = new DraftKeeper(client.drafts, id, () => this.#content());
    this.#release = [
      this.#keeper.state.subscribe(() => this.#change({ saved: this.#keeper?.state.get() ?? { kind: 'idle' } })),
      this.form.data.subscribe(() => this.changed()),
    ];
    await this.#claimDraft(id, false);
    rememberActiveDraft(this.options.slug, id);
    this.#change({
      saved: { kind: 'idle' },
      agency: undefined,
      agencySearch: draft.agencySearch ?? emptyAgencySearch,
      returnToReview: false,
    });
    if (draft.agency !== undefined) await this.#loadAgency(draft.agency);
  }

  #createForm(draft: SubmissionDraft): Form {
    if (!this.fill || !this.#now.published) throw new Error('The plan is not loaded.');
    return createForm(this.fill.plan, {
      today: this.#now.published.today,
      validateOn: this.options.validateOn,
      ...(draft.form ? { draft: draft.form } : {}),
    });
  }

  /** Takes the draft over from another tab. */
  async takeOver(): Promise<void> {
    if (this.#draftId === undefined) return;
    const id = this.#draftId;
    await this.#closeDraft();
    await this.resume(id);
    await this.#claimDraft(id, true);
  }

  async #claimDraft(id: string, takeOver: boolean): Promise<void> {
    this.#claim?.release();
    this.#claim = await this.options.client.drafts.claim(id, { takeOver });
    this.#change({ takenOver: !this.#claim.held });
    this.#release.push(this.#claim.onLost(() => this.#change({ takenOver: true })));
  }

  async #closeDraft(): Promise<void> {
    this.#keeper?.dispose();
    for (const release of this.#release) release();
    this.#release = [];
    this.#claim?.release();
    this.#claim = undefined;
    this.form?.dispose();
    this.form = undefined;
    this.papers = undefined;
    this.#draft = undefined;
    this.#draftId = undefined;
    this.#keeper = undefined;
    this.#change({ agency: undefined, takenOver: false, saved: { kind: 'idle' } });
  }

  #content(): ReturnType<typeof toDraftContent> {
    const draft = this.#draft as SubmissionDraft;
    if (this.form) draft.form = this.form.saveDraft();
    if (this.papers) draft.papers = this.papers.record();
    return toDraftContent(draft);
  }

  async #loadAgency(code: string): Promise<void> {
    try {
      this.#change({ agency: await this.options.client.agencies.get(code) });
    } catch (error) {
      if (errorCode(error) === 'agency.not-found' && this.#draft) delete this.#draft.agency;
      this.#change({ notice: { code: errorCode(error) } });
    }
  }

  async #offers(): Promise<readonly DraftOffer[]> {
    const { drafts } = await this.options.client.drafts
      .list(this.options.slug)
      .catch(() => ({ drafts: [] as StoredDraft[] }));
    return drafts.flatMap((stored) => {
      const draft = readDraft(stored);
      if (!draft) return [];
      return [
        {
          id: stored.id,
          updatedAt: new Date(stored.updatedAt),
          expiresAt: new Date(stored.expiresAt),
          place: draft.place,
        },
      ];
    });
  }

  async #go(place: Place): Promise<void> {
    if (this.#draft) this.#draft.place = place;
    this.#change({ page: place, reported: [], returnToReview: false });
    await this.#keeper?.flush();
  }

  #afterEdit(place: Place): Place {
    return this.#now.returnToReview ? { name: 'review' } : place;
  }

  #firstStep(): Place {
    const [first] = this.stepIds;
    return first === undefined ? { name: 'review' } : { name: 'step', id: first };
  }

  #stepAfter(id: string): Place {
    const next = this.stepIds[this.stepIds.indexOf(id) + 1];
    return next === undefined ? { name: 'review' } : { name: 'step', id: next };
  }

  #placeBefore(page: Page): Place | undefined {
    const ids = this.stepIds;
    const index = page.name === 'review' ? ids.length : page.name === 'step' ? ids.indexOf(page.id) : -1;
    const before = ids[index - 1];
    if (before !== undefined) return { name: 'step', id: before };
    return page.name === 'step' ? { name: 'agency' } : undefined;
  }

  /** A saved place whose step is gone falls back to the first step. */
  #standing(place: Place): Place {
    return place.name === 'step' && !this.stepIds.includes(place.id) ? this.#firstStep() : place;
  }

  #withoutPapersOnTheWay(issues: readonly Issue[]): readonly Issue[] {
    const onTheWay = this.papers?.unfinished ?? [];
    return issues.filter(({ pointer }) => !onTheWay.some((one) => pointer === one || pointer.startsWith(`${one}/`)));
  }

  async #buildSubmission(): Promise<Submission> {
    if (!this.form || !this.fill || !this.#draft || this.#draft.agency === undefined)
      throw new Error('There is nothing to send yet.');
    const { slug, version, hash } = this.fill.plan;
    return {
      procedure: { slug, version, planHash: hash },
      agency: this.#draft.agency,
      locale: this.#now.locale,
      data: this.form.toSubmission(),
      declaration: true,
      lookupSecretHash: await hashLookupSecret(this.#draft.lookupSecret),
    };
  }

  async #sendOnce(): Promise<Confirmation | undefined> {
    const draft = this.#draft as SubmissionDraft;
    try {
      const { confirmation, withEarlierAnswers } = await sendDossier({
        client: this.options.client,
        slug: this.options.slug,
        draft,
        submission: await this.#buildSubmission(),
        save: () => this.saveNow(),
        onRetry: () => this.#change({ notice: { code: 'send.retrying' } }),
      });
      await this.complete(confirmation);
      if (withEarlierAnswers) this.#change({ notice: { code: 'send.earlier-answers' } });
      return confirmation;
    } catch (error) {
      await this.#afterRefusal(error);
      return undefined;
    }
  }

  async #afterRefusal(error: unknown): Promise<void> {
    const issues = (error as { issues?: readonly Issue[] }).issues ?? [];
    if (errorCode(error) === 'plan.outdated') await this.#renewPlan();
    else if (issues.length > 0) await this.acceptIssues(issues);
    this.#change({ notice: { code: errorCode(error) } });
  }

  /** The procedure was published anew meanwhile: keep every answer that still has a place. */
  async #renewPlan(): Promise<void> {
    const { client, slug } = this.options;
    const id = this.#draftId as string;
    const draft = this.#draft as SubmissionDraft;
    await this.#keeper?.flush();
    const { published, texts } = await loadStart(client, slug, this.#now.locale);
    await this.#closeDraft();
    this.fill = undefined;
    this.#change({ published, texts });
    await this.#openDraft(id, draft);
    await this.#go({ name: 'review' });
  }
}

const agencyMissing: Issue = {
  code: 'agency.missing',
  severity: 'error',
  source: 'control',
  pointer: '#agency',
  params: {},
};
const declarationMissing: Issue = {
  code: 'declaration.missing',
  severity: 'error',
  source: 'control',
  pointer: '#declaration',
  params: {},
};

function paperOnTheWay(pointer: Pointer): Issue {
  return { code: 'upload.in-progress', severity: 'error', source: 'control', pointer, params: {} };
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
