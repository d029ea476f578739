import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { createLookupClient, type Client, type LookupClient, type MyDossiers } from '@motcua/client';
import type { Dossier } from '@motcua/schemas';
import { ThemeController } from '../../base/theme-controller.js';
import { localeContext } from '../../context/locale-context.js';
import { ReadableController } from '../../controllers/readable-controller.js';
import type { MotcuaDialog } from '../../elements/dialog/dialog.js';
import type { MotcuaLetter } from '../../elements/letter/letter.js';
import type { MotcuaLiveRegion } from '../../elements/live-region/live-region.js';
import { renderDoorMark } from '../../icons/door-mark.js';
import { contentStyles } from '../../styles/content.js';
import { resetStyles } from '../../styles/reset.js';
import { themeStyles } from '../../styles/themes/themes.js';
import type { LocaleCode } from '../../text/texts.js';
import { lookupSentence } from '../error-code.js';
import { MotcuaErrorEvent } from '../events.js';
import { type FlowTexts, loadFlowTexts, vietnameseFlowTexts } from '../flow-texts.js';
import { flowStyles } from '../flow.styles.js';
import { keepInside } from '../inner-events.js';
import { renderLanguageSwitch } from '../language-switch.js';
import type { OpenDossierEvent } from '../my-dossiers/open-dossier-event.js';
import type { SupplementFailedEvent, SupplementSentEvent } from '../supplement/supplement-events.js';
import { renderCompletion } from './completion-page.js';
import { createDossierActs } from './dossier-acts.js';
import type * as DossierPage from './dossier-page.js';
import { type HostClient, openMyDossiers, type Parts } from './open-parts.js';
import { takeScannedCode } from './scanned-code.js';
import { renderQuestion } from './status-question.js';
import { type StatusState, StatusSession } from './status-session.js';
import { StatusTeller } from './status-teller.js';
import { statusStyles } from './status.styles.js';

/**
 * Looks a dossier up: by its code how far it has come, with the look-up secret its history and answers. Its holder supplements it, changes it or
 * takes it back before reception, and fetches letters and result. What is shown follows the dossier by itself, and each change is said once.
 * Dossiers that are remembered on this device are opened without typing.
 *
 * @summary The look-up of a dossier.
 * @tag motcua-status
 * @fires {MotcuaStatusEvent} motcua-status - A look-up answered, or the dossier that is shown changed; `.state`.
 * @fires {MotcuaErrorEvent} motcua-error - Something failed; `.code`.
 * @slot mark - A province's emblem, 36 px high, in place of the door mark.
 */
export class MotcuaStatus extends LitElement {
  static override styles: CSSResultGroup = [resetStyles, themeStyles, contentStyles, flowStyles, statusStyles];

  /** Base address of the gateway. */
  @property() gateway = '';
  @property() locale: LocaleCode = 'vi';
  /** A dossier code to begin with. */
  @property() code = '';
  /** Draws an edge around the widget. */
  @property({ type: Boolean, reflect: true }) framed = false;
  /** A client of the host's own, in place of the gateway's. A whole one (`createClient`) can also supplement and remember dossiers. */
  @property({ attribute: false }) client: LookupClient | Client | undefined;

  @state() private words: FlowTexts = vietnameseFlowTexts;
  @state() private typedCode = '';
  @state() private typedSecret = '';
  @state() private wholeClient: Client | undefined;
  @state() private remembered: MyDossiers | undefined;

  @query('motcua-live-region') private live!: MotcuaLiveRegion | null;
  @query('motcua-dialog') private dialog!: MotcuaDialog | null;
  @query('motcua-letter') private letter!: MotcuaLetter | null;

  readonly #texts = new ContextProvider(this, { context: localeContext, initialValue: vietnameseFlowTexts });
  readonly #watch = new ReadableController<StatusState>(this);
  readonly #teller: StatusTeller;
  readonly #acts = createDossierActs({
    parts: () => this.#parts,
    session: () => this.#session,
    words: () => this.words,
    announce: (message) => this.live?.announce(message),
    letter: async () => {
      await this.updateComplete;
      return this.letter;
    },
    confirmWithdrawal: async () => (await this.dialog?.ask()) ?? false,
    wholeClient: () => this.wholeClient,
    keepWholeClient: (client) => (this.wholeClient = client),
  });
  #session: StatusSession | undefined;
  #client: LookupClient | undefined;
  #page: typeof DossierPage | undefined;
  #seen: Dossier | undefined;

  constructor() {
    super();
    new ThemeController(this);
    this.typedCode = takeScannedCode();
    const words = (): FlowTexts => this.words;
    this.#teller = new StatusTeller({
      get words() {
        return words();
      },
      dispatchEvent: (event) => this.dispatchEvent(event),
      announce: (message) => this.live?.announce(message),
      focus: (selector) => this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    keepInside(this.renderRoot);
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.clear();
    this.typedSecret = '';
  }

  protected override firstUpdated(): void {
    this.#open();
    const scanned = this.typedCode !== '';
    if (!scanned) this.typedCode = this.code;
    void this.#openRemembered(scanned);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('gateway') || changed.has('client'))) {
      this.#open();
      void this.#openRemembered(false);
    }
    if (changed.has('locale')) void this.#changeLocale(this.locale);
    this.setAttribute('lang', this.words.locale);
  }

  protected override updated(): void {
    const now = this.#watch.value;
    if (!now) return;
    void this.updateComplete.then(() => this.#teller.tell(now));
    this.#remember(now.dossier);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const now = this.#watch.value;
    return html`<motcua-page .layout=${now?.task === undefined ? 'aside' : 'single'} .framed=${this.framed}>
        ${this.#renderHeader()} ${now?.task === undefined ? this.#renderLookup(now) : this.#renderTask(now)}
      </motcua-page>
      <motcua-dialog
        .heading=${words.t('status.withdrawTitle')}
        .confirmLabel=${words.t('status.withdrawConfirm')}
        .cancelLabel=${words.t('flow.cancel')}
      >
        <p>${words.t('status.withdrawText')}</p>
      </motcua-dialog>
      <motcua-live-region></motcua-live-region>`;
  }

  #renderHeader(): TemplateResult {
    const { words } = this;
    return html`<motcua-header slot="header" no-help .heading=${words.t('flow.serviceName')}>
      <slot name="mark" slot="mark">${renderDoorMark()}</slot>
      ${renderLanguageSwitch(words, (locale) => (this.locale = locale))}
    </motcua-header>`;
  }

  #renderLookup(now: StatusState | undefined): TemplateResult {
    const { words } = this;
    const view = now && { words, state: now, now: this.#client?.now() ?? new Date(), act: this.#acts };
    return html`<h1 class="title-1 visually-first" tabindex="-1">${words.t('status.title')}</h1>
      <p class="lead">${words.t('status.lead')}</p>
      ${renderQuestion({
        words,
        state: now,
        code: this.typedCode,
        secret: this.typedSecret,
        typeCode: (text) => (this.typedCode = text),
        typeSecret: (text) => (this.typedSecret = text),
        search: this.#search,
        clear: this.#clear,
      })}
      ${now?.problem === undefined ? nothing : this.#renderProblem(now.problem)}
      ${now?.completion ? renderCompletion(now.completion, words) : nothing}
      ${view?.state.dossier ? this.#page?.renderDossier(view.state.dossier, view) : nothing}
      ${now?.dossier || now?.completion ? nothing : this.#renderRemembered()}`;
  }

  #renderRemembered(): TemplateResult | typeof nothing {
    if (!this.remembered || !this.#client) return nothing;
    return html`<motcua-my-dossiers
      .store=${this.remembered}
      .client=${this.#client}
      .words=${this.words}
      @open-dossier=${({ code, secret }: OpenDossierEvent) => void this.#session?.search(code, secret)}
    ></motcua-my-dossiers>`;
  }

  #renderTask({ task, dossier }: StatusState): TemplateResult {
    return html`<motcua-supplement
      .client=${this.wholeClient}
      .task=${task}
      .dossier=${dossier}
      .secret=${this.#session?.secret ?? ''}
      .words=${this.words}
      @supplement-sent=${({ resent }: SupplementSentEvent) =>
        this.#session?.finishTask(resent.dossier, resent.withEarlierAnswers)}
      @supplement-left=${() => this.#session?.leaveTask()}
      @supplement-failed=${({ code }: SupplementFailedEvent) => this.dispatchEvent(new MotcuaErrorEvent(code))}
    ></motcua-supplement>`;
  }

  #renderProblem(code: string): TemplateResult {
    const tone = code === 'dossier.not-found' ? 'warning' : 'danger';
    return html`<motcua-notice class="apart" .tone=${tone}
      >${this.words.t(lookupSentence(code), { code })}</motcua-notice
    >`;
  }

  get #parts(): Parts {
    return { gateway: this.gateway, client: this.client as HostClient | undefined };
  }

  #open(): void {
    this.#client =
      this.client ??
      (this.gateway === '' ? undefined : createLookupClient({ gateway: new URL(this.gateway, document.baseURI) }));
    this.wholeClient = undefined;
    if (!this.#client) return;
    this.#session?.clear();
    this.#session = new StatusSession(
      this.#client,
      () => this.words.locale,
      async () => {
        this.#page ??= await import('./dossier-page.js');
      },
    );
    this.#watch.watch(this.#session.state);
  }

  /** The list of this device; a code to begin with that is remembered opens at once, a scanned one is looked up in any case. */
  async #openRemembered(scanned: boolean): Promise<void> {
    if (!this.#client) return;
    const code = this.typedCode;
    const known = await this.#findRemembered(code);
    if (known) await this.#session?.search(code, known);
    else if (scanned) this.#search();
  }

  /** Without the list the question is still there. */
  async #findRemembered(code: string): Promise<string | undefined> {
    try {
      this.remembered = await openMyDossiers(this.#parts);
      return code === '' ? undefined : (await this.remembered?.find(code))?.secret;
    } catch {
      return undefined;
    }
  }

  /** What is seen here is what the list of this device shows next time. */
  #remember(dossier: Dossier | undefined): void {
    if (dossier === this.#seen) return;
    this.#seen = dossier;
    if (dossier) void this.remembered?.note(dossier).catch(() => undefined);
  }

  readonly #search = (): void => {
    void this.#session?.search(this.typedCode, this.typedSecret);
  };

  readonly #clear = (): void => {
    this.#session?.clear();
    this.typedCode = '';
    this.typedSecret = '';
    this.live?.announce(this.words.t('status.cleared'));
    this.renderRoot.querySelector<HTMLElement>('[pointer="#code"]')?.focus();
  };

  async #changeLocale(locale: LocaleCode): Promise<void> {
    this.words = await loadFlowTexts(locale === 'en' ? 'en' : 'vi');
    this.#texts.setValue(this.words);
    if (this.#watch.value?.answers) await this.#session?.showAnswers();
    await this.#session?.describeRequest();
  }
}
