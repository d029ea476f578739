import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { createLookupClient, type LookupClient } from '@motcua/client';
import type { Dossier } from '@motcua/schemas';
import { ThemeController } from '../../base/theme-controller.js';
import { localeContext } from '../../context/locale-context.js';
import { ReadableController } from '../../controllers/readable-controller.js';
import type { MotcuaDialog } from '../../elements/dialog/dialog.js';
import type { MotcuaLiveRegion } from '../../elements/live-region/live-region.js';
import { renderDoorMark } from '../../icons/door-mark.js';
import { contentStyles } from '../../styles/content.js';
import { resetStyles } from '../../styles/reset.js';
import { themeStyles } from '../../styles/themes/themes.js';
import type { LocaleCode } from '../../text/texts.js';
import { problemSentence } from '../error-code.js';
import { MotcuaErrorEvent, MotcuaStatusEvent } from '../events.js';
import { type FlowTexts, loadFlowTexts, vietnameseFlowTexts } from '../flow-texts.js';
import { flowStyles } from '../flow.styles.js';
import { keepInside } from '../inner-events.js';
import { renderLanguageSwitch } from '../language-switch.js';
import { takeScannedCode } from './scanned-code.js';
import { renderCompletion, renderDossier, stateLabel } from './status-pages.js';
import { type StatusState, StatusSession } from './status-session.js';
import { statusStyles } from './status.styles.js';

/**
 * Looks a dossier up: by its code how far it has come, with the look-up secret its history and answers, and takes it back before reception.
 * What is shown follows the dossier by itself, and each change is said once.
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
  /** A client of the host's own, in place of the gateway's. */
  @property({ attribute: false }) client: LookupClient | undefined;

  @state() private words: FlowTexts = vietnameseFlowTexts;
  @state() private typedCode = '';
  @state() private typedSecret = '';

  @query('motcua-live-region') private live!: MotcuaLiveRegion | null;
  @query('motcua-dialog') private dialog!: MotcuaDialog | null;

  readonly #texts = new ContextProvider(this, { context: localeContext, initialValue: vietnameseFlowTexts });
  readonly #watch = new ReadableController<StatusState>(this);
  #session: StatusSession | undefined;
  #last: StatusState | undefined;

  constructor() {
    super();
    new ThemeController(this);
    this.typedCode = takeScannedCode();
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
    if (this.typedCode === '') this.typedCode = this.code;
    else void this.#search();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('gateway') || changed.has('client'))) this.#open();
    if (changed.has('locale')) void this.#changeLocale(this.locale);
    this.setAttribute('lang', this.words.locale);
  }

  protected override updated(): void {
    const now = this.#watch.value;
    if (!now || now === this.#last) return;
    const before = this.#last;
    this.#last = now;
    void this.#tell(before, now);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const now = this.#watch.value;
    return html`<motcua-page layout="aside" .framed=${this.framed}>
        ${this.#renderHeader()}
        <h1 class="title-1 visually-first" tabindex="-1">${words.t('status.title')}</h1>
        <p class="lead">${words.t('status.lead')}</p>
        ${this.#renderQuestion(now)} ${now?.problem === undefined ? nothing : this.#renderProblem(now.problem)}
        ${now?.completion ? renderCompletion(now.completion, words) : nothing}
        ${now?.dossier ? this.#renderDossier(now.dossier, now) : nothing}
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

  #renderQuestion(now: StatusState | undefined): TemplateResult {
    const { words } = this;
    const secretError = now?.secretError;
    return html`<form class="panel question" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      <motcua-text-field
        required
        kind="code"
        pointer="#code"
        .label=${words.t('status.code')}
        .hint=${words.t('status.codeHint')}
        .error=${now?.codeError ? words.t(now.codeError) : ''}
        .value=${this.typedCode}
        @motcua-input=${(event: Event & { value: string }) => {
          this.typedCode = event.value;
        }}
      ></motcua-text-field>
      <motcua-text-field
        kind="code"
        concealable
        pointer="#secret"
        .label=${words.t('status.secret')}
        .hint=${words.t('status.secretHint')}
        .error=${secretError ? words.t(secretError.key, secretError.params) : ''}
        .value=${this.typedSecret}
        @motcua-input=${(event: Event & { value: string }) => {
          this.typedSecret = event.value;
        }}
      ></motcua-text-field>
      <div class="actions">
        <motcua-button
          stretch
          variant="primary"
          .busy=${now?.busy ?? false}
          .busyLabel=${words.t('status.searching')}
          @click=${() => void this.#search()}
          >${words.t('status.search')}</motcua-button
        >
        ${
          now?.dossier || now?.completion
            ? html`<motcua-button stretch variant="quiet" @click=${this.#clear}
                >${words.t('status.clear')}</motcua-button
              >`
            : nothing
        }
      </div>
    </form>`;
  }

  #renderProblem(code: string): TemplateResult {
    const sentence = problemSentence(code);
    const tone = code === 'dossier.not-found' ? 'warning' : 'danger';
    return html`<motcua-notice class="apart" .tone=${tone}
      >${this.words.t(sentence === 'problem.offline' ? 'problem.loadOffline' : sentence, { code })}</motcua-notice
    >`;
  }

  #renderDossier(dossier: Dossier, now: StatusState): TemplateResult {
    return renderDossier(dossier, {
      words: this.words,
      answers: now.answers,
      busy: now.busy,
      withdrawn: now.withdrawn,
      showAnswers: () => void this.#session?.showAnswers(),
      withdraw: () => void this.#withdraw(),
    });
  }

  #open(): void {
    const client =
      this.client ??
      (this.gateway === '' ? undefined : createLookupClient({ gateway: new URL(this.gateway, document.baseURI) }));
    if (!client) return;
    this.#session?.clear();
    this.#session = new StatusSession(client, () => this.words.locale);
    this.#watch.watch(this.#session.state);
  }

  async #search(): Promise<void> {
    await this.#session?.search(this.typedCode, this.typedSecret);
  }

  async #withdraw(): Promise<void> {
    if ((await this.dialog?.ask()) === true) await this.#session?.withdraw();
  }

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
  }

  async #tell(before: StatusState | undefined, now: StatusState): Promise<void> {
    await this.updateComplete;
    if (now.codeError && now.codeError !== before?.codeError)
      this.renderRoot.querySelector<HTMLElement>('[pointer="#code"]')?.focus();
    else if (now.secretError && now.secretError !== before?.secretError)
      this.renderRoot.querySelector<HTMLElement>('[pointer="#secret"]')?.focus();
    if (now.problem !== undefined && now.problem !== before?.problem) {
      this.live?.announce(this.words.t(problemSentence(now.problem), { code: now.problem }));
      this.dispatchEvent(new MotcuaErrorEvent(now.problem));
    }
    if (now.results !== (before?.results ?? 0) && now.results > 0) this.#tellResult(now);
    if (now.changes > 0 && now.changes !== before?.changes) this.#tellChange(now);
    if (now.answers && !before?.answers) this.renderRoot.querySelector<HTMLElement>('.answers')?.focus();
  }

  #tellResult({ dossier, completion, withdrawn }: StatusState): void {
    const { words } = this;
    const state = dossier?.state.name ?? completion?.completion.stage ?? '';
    this.live?.announce(words.t(withdrawn ? 'status.withdrawn' : 'status.found'));
    this.dispatchEvent(new MotcuaStatusEvent(state));
    this.renderRoot.querySelector<HTMLElement>('.result h2')?.focus();
  }

  /** Said once, and nothing moves: the reader may be in the middle of it. */
  #tellChange({ dossier, completion }: StatusState): void {
    const { words } = this;
    const stage = completion?.completion.stage ?? 'sent';
    const state = dossier ? stateLabel(dossier.state, words) : words.t(`status.completion.${stage}`);
    this.live?.announce(words.t('status.updated', { state: state.replace(/\.$/, '') }));
    this.dispatchEvent(new MotcuaStatusEvent(dossier?.state.name ?? stage));
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const field = event.target instanceof Element && event.target.matches('motcua-text-field');
    if (event.key === 'Enter' && field && !event.isComposing) void this.#search();
  };
}
