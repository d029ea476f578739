import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type Client, createClient } from '@motcua/client';
import type { Confirmation, Issue, Submission } from '@motcua/schemas';
import { ThemeController } from '../../base/theme-controller.js';
import { localeContext } from '../../context/locale-context.js';
import { ReadableController } from '../../controllers/readable-controller.js';
import type { MotcuaDialog } from '../../elements/dialog/dialog.js';
import type { MotcuaErrorSummary } from '../../elements/error-summary/error-summary.js';
import type { MotcuaHelp } from '../../elements/help/help.js';
import type { MotcuaLiveRegion } from '../../elements/live-region/live-region.js';
import type { ComboboxOption } from '../../elements/combobox-field/combobox-option.js';
import { feedbackPolicy } from '../../form/feedback.js';
import { communeOption } from '../../form/unit-options.js';
import { contentStyles } from '../../styles/content.js';
import { resetStyles } from '../../styles/reset.js';
import { themeStyles } from '../../styles/themes/themes.js';
import type { LocaleCode } from '../../text/texts.js';
import { MotcuaCompleteEvent, MotcuaSubmitEvent } from '../events.js';
import { type FlowTexts, loadFlowTexts, vietnameseFlowTexts } from '../flow-texts.js';
import { keepInside } from '../inner-events.js';
import { printElement } from '../print-page.js';
import { saveFile } from '../save-file.js';
import { flowStyles } from '../flow.styles.js';
import { renderActions, renderBack, renderHeader, renderHelp, renderProgress } from './page-frame.js';
import { renderFailed, renderNotices, renderSummary } from './page-messages.js';
import type { PageActs, PageView, Question } from './page-view.js';
import { renderAgency } from './pages/agency-page.js';
import { renderConfirmation } from './pages/confirmation-page.js';
import { renderReview } from './pages/review-page.js';
import { renderStart } from './pages/start-page.js';
import { renderStep } from './pages/step-page.js';
import type { SessionState } from './session-state.js';
import { SessionSurroundings } from './session-surroundings.js';
import { SubmissionSession } from './submission-session.js';
import { SubmissionTeller } from './submission-teller.js';

const noQuestion: Question = { heading: '', text: '', confirm: '' };

/**
 * Carries a citizen through one procedure: start page, agency, declaration, papers, check, sending, confirmation.
 *
 * @summary The whole submission of a procedure.
 * @tag motcua-submission
 * @fires {MotcuaReadyEvent} motcua-ready - The first page stands.
 * @fires {MotcuaStepEvent} motcua-step - A page was opened; `.step`.
 * @fires {MotcuaSaveEvent} motcua-save - The draft was saved or could not be; `.state`, `.code`.
 * @fires {MotcuaSubmitEvent} motcua-submit - Send was pressed and all is complete; cancelable. Carries no answers.
 * @fires {MotcuaCompleteEvent} motcua-complete - The dossier was sent; `.provisionalCode`.
 * @fires {MotcuaErrorEvent} motcua-error - Something failed; `.code`.
 * @slot mark - A province's emblem, 36 px high, in place of the door mark.
 */
export class MotcuaSubmission extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    themeStyles,
    contentStyles,
    flowStyles,
    css`
      .numbered .muted {
        font-weight: 400;
      }
    `,
  ];

  /** Base address of the gateway. */
  @property() gateway = '';
  /** Slug of the procedure, as `civil-status/birth-registration`. */
  @property() procedure = '';
  @property() locale: LocaleCode = 'vi';
  /** Commune code of the receiving agency, when the host has chosen it. */
  @property() agency = '';
  /** Address of the page with `<motcua-status>`. */
  @property({ attribute: 'status-page' }) statusPage = '';
  /** When messages appear: `step` (default), `blur`, `change`. */
  @property({ attribute: 'validate-on' }) validateOn = 'step';
  /** Draws an edge around the widget. */
  @property({ type: Boolean, reflect: true }) framed = false;
  /** A client of the host's own, in place of the gateway's. */
  @property({ attribute: false }) client: Client | undefined;

  @state() private words: FlowTexts = vietnameseFlowTexts;
  @state() private declared = false;
  @state() private printSecret = false;
  @state() private question: Question = noQuestion;
  @state() private online = true;

  @query('motcua-live-region') private live!: MotcuaLiveRegion | null;
  @query('motcua-error-summary') private summary!: MotcuaErrorSummary | null;
  @query('motcua-dialog') private dialog!: MotcuaDialog | null;
  @query('motcua-help') private help!: MotcuaHelp | null;

  readonly #texts = new ContextProvider(this, { context: localeContext, initialValue: vietnameseFlowTexts });
  readonly #watch = new ReadableController<SessionState>(this);
  #session: SubmissionSession | undefined;
  readonly #surroundings = new SessionSurroundings(() => this.requestUpdate());
  readonly #teller = new SubmissionTeller({
    dispatchEvent: (event) => this.dispatchEvent(event),
    announce: (key, params) => this.live?.announce(this.words.t(key, params)),
    startOfPage: () => this.#startOfPage(),
    showReport: () => void this.#showReport(),
  });

  constructor() {
    super();
    new ThemeController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onNet);
    addEventListener('offline', this.#onNet);
    this.online = navigator.onLine;
    keepInside(this.renderRoot);
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onNet);
    removeEventListener('offline', this.#onNet);
    void this.#session?.dispose();
    this.#session = undefined;
  }

  /** What would be sent now, for a host that sends it itself. Rejects while the declaration is not complete. */
  async getSubmission(): Promise<Submission> {
    if (!this.#session) throw new Error('The element is not on a page yet.');
    return this.#session.submission();
  }

  /** Ends a sending that the host took over: shows this confirmation. */
  async complete(confirmation: Confirmation): Promise<void> {
    await this.#session?.complete(confirmation);
    this.dispatchEvent(new MotcuaCompleteEvent(confirmation.provisionalCode));
  }

  /** Ends a sending that the host took over: the issues land on their fields. */
  async acceptIssues(issues: readonly Issue[]): Promise<void> {
    await this.#session?.acceptIssues(issues);
  }

  /** Focuses the field at a JSON Pointer, opening its step first. */
  async focusIssue(pointer: string): Promise<void> {
    await this.#goToField(pointer);
  }

  protected override firstUpdated(): void {
    this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('procedure') || changed.has('gateway') || changed.has('client'))) this.#open();
    if (changed.has('locale')) void this.#changeLocale(this.locale);
    this.setAttribute('lang', this.words.locale);
  }

  protected override updated(): void {
    const now = this.#watch.value;
    if (now && this.#teller.tell(now) && now.page.name !== 'review') this.declared = false;
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    const now = this.#watch.value;
    if (!session || !now) return this.#renderLoading();
    const view = this.#view(session, now);
    const { page } = now;
    const layout =
      page.name === 'start'
        ? 'aside'
        : page.name === 'confirmation' || page.name === 'failed' || page.name === 'loading'
          ? 'single'
          : 'steps';
    return html`<motcua-page .layout=${layout} .framed=${this.framed} @motcua-help=${this.#onHelp}>
        ${renderHeader(view)}
        ${page.name === 'start' || page.name === 'confirmation' ? html`<motcua-band slot="band"></motcua-band>` : nothing}
        ${layout === 'steps' ? renderProgress(view) : nothing} ${layout === 'steps' ? renderBack(view) : nothing}
        ${renderSummary(view)} ${renderNotices(view, this.online)} ${this.#renderPage(view)}
        ${layout === 'steps' ? renderActions(view) : nothing} ${renderHelp(view)}
      </motcua-page>
      <motcua-dialog
        .heading=${this.question.heading}
        .confirmLabel=${this.question.confirm}
        .cancelLabel=${this.words.t('flow.cancel')}
      >
        <p>${this.question.text}</p>
      </motcua-dialog>
      <motcua-live-region></motcua-live-region>`;
  }

  #renderLoading(): TemplateResult {
    return html`<motcua-page layout="single" .framed=${this.framed}
        ><motcua-spinner .label=${this.words.t('flow.loading')}></motcua-spinner
      ></motcua-page>
      <motcua-live-region></motcua-live-region>`;
  }

  #renderPage(view: PageView): TemplateResult {
    const { page } = view.state;
    switch (page.name) {
      case 'start':
        return renderStart(view);
      case 'agency':
        return renderAgency({ ...view, searchCommunes: this.#searchCommunes });
      case 'step':
        return renderStep(view, page.id);
      case 'review':
        return renderReview(view);
      case 'confirmation':
        return renderConfirmation({
          ...view,
          printSecret: this.printSecret,
          choosePrintSecret: (yes) => (this.printSecret = yes),
        });
      case 'failed':
        return renderFailed(page.code, view);
      default:
        return html`<motcua-spinner .label=${this.words.t('flow.loading')}></motcua-spinner>`;
    }
  }

  readonly #searchCommunes = (query: string): readonly ComboboxOption[] => {
    const province = this.#session?.state.get().agencySearch.province ?? '';
    const options = province === '' ? {} : { province };
    return (this.#surroundings.catalogs?.units?.searchCommunes(query, options) ?? []).map(communeOption);
  };

  #view(session: SubmissionSession, now: SessionState): PageView {
    return {
      session,
      state: now,
      words: this.words,
      around: this.#surroundings.of(session, this.words),
      declared: this.declared,
      statusAddress: (code) =>
        this.statusPage === '' ? '' : `${new URL(this.statusPage, document.baseURI).href.replace(/#.*$/, '')}#${code}`,
      verifyAddress: this.gateway === '' ? '' : new URL('verify/', new URL(this.gateway, document.baseURI)).href,
      act: this.#acts,
    };
  }

  readonly #acts: PageActs = {
    confirm: async (question) => {
      this.question = question;
      await this.updateComplete;
      return (await this.dialog?.ask()) ?? false;
    },
    announce: (message) => this.live?.announce(message),
    focusHeading: () => this.#startOfPage(),
    downloadDraft: (id) => this.#downloadDraft(id),
    declare: (ticked) => (this.declared = ticked),
    send: async () => this.#session && this.#send(this.#session),
    goToField: (pointer) => this.#goToField(pointer),
    changeLocale: (locale) => (this.locale = locale),
    reopen: () => {
      this.#open();
      this.#teller.reopen();
    },
    printConfirmation: () => printElement(this, 'A5'),
  };

  #open(): void {
    void this.#session?.dispose();
    this.#session = undefined;
    this.#teller.restart();
    this.#surroundings.forget();
    const client =
      this.client ??
      (this.gateway === '' ? undefined : createClient({ gateway: new URL(this.gateway, document.baseURI) }));
    if (!client || this.procedure === '') return;
    this.#session = new SubmissionSession({
      client,
      slug: this.procedure,
      locale: this.locale,
      validateOn: feedbackPolicy(this.validateOn),
      ...(this.agency === '' ? {} : { agency: this.agency }),
    });
    this.#watch.watch(this.#session.state);
    void this.#session.open();
    this.requestUpdate();
  }

  async #changeLocale(locale: LocaleCode): Promise<void> {
    const words = await loadFlowTexts(locale === 'en' ? 'en' : 'vi');
    await this.#session?.setLocale(words.locale);
    this.words = words;
    this.#texts.setValue(words);
  }

  async #send(session: SubmissionSession): Promise<void> {
    if (!(await session.checkAll(this.declared))) return;
    if (!this.dispatchEvent(new MotcuaSubmitEvent())) return;
    const confirmation = await session.send();
    if (confirmation) this.dispatchEvent(new MotcuaCompleteEvent(confirmation.provisionalCode));
  }

  async #downloadDraft(id?: string): Promise<void> {
    const blob = await this.#session?.exportDraft(id);
    if (blob) saveFile(blob, `ban-nhap-${this.procedure.replaceAll('/', '-')}.json`);
  }

  async #goToField(pointer: string): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const { page } = session.state.get();
    const step = pointer.startsWith('#') ? undefined : session.stepOf(pointer);
    if (step !== undefined && !(page.name === 'step' && page.id === step))
      await session.edit({ name: 'step', id: step });
    if (pointer === '#agency' && page.name !== 'agency') await session.edit({ name: 'agency' });
    await this.updateComplete;
    await this.#focusField(pointer);
  }

  async #focusField(pointer: string): Promise<void> {
    const fields = [...this.renderRoot.querySelectorAll<LitElement>('motcua-form-field, [pointer]')];
    for (const field of fields) await field.updateComplete;
    const wanted = [...this.renderRoot.querySelectorAll<LitElement & { pointer: string }>('[pointer]')].find(
      (field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`),
    );
    wanted?.focus();
  }

  /** A new page is read from its heading, which comes into view. */
  #startOfPage(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  async #showReport(): Promise<void> {
    await this.updateComplete;
    await this.summary?.updateComplete;
    this.summary?.focus();
    this.summary?.scrollIntoView({ block: 'start' });
  }

  readonly #onNet = (): void => {
    if (this.online === navigator.onLine) return;
    this.online = navigator.onLine;
    this.live?.announce(this.words.t(this.online ? 'saved.online' : 'saved.offlineTitle'));
  };

  readonly #onHelp = (event: Event): void => {
    event.stopPropagation();
    this.help?.focus();
    this.help?.scrollIntoView({ block: 'center' });
  };
}
