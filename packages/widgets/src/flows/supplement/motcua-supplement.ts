import { html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Client } from '@motcua/client';
import type { Dossier } from '@motcua/schemas';
import { MotcuaAnnounceEvent } from '../../base/events.js';
import { ReadableController } from '../../controllers/readable-controller.js';
import type { FieldSurroundings } from '../../controls/control.js';
import type { MotcuaDialog } from '../../elements/dialog/dialog.js';
import type { MotcuaErrorSummary } from '../../elements/error-summary/error-summary.js';
import { createCatalogDirectory } from '../../form/catalog-directory.js';
import { chevronLeftIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import { contentStyles } from '../../styles/content.js';
import { resetStyles } from '../../styles/reset.js';
import type { FlowTexts } from '../flow-texts.js';
import { flowStyles } from '../flow.styles.js';
import { stateLabel } from '../state-label.js';
import type { Task } from './supplement-draft.js';
import { SupplementFailedEvent, SupplementLeftEvent, SupplementSentEvent } from './supplement-events.js';
import { lookupSentence } from '../error-code.js';
import { renderMessages, resendSentence } from './supplement-messages.js';
import { renderSupplement } from './supplement-pages.js';
import { SupplementSession, type SupplementState } from './supplement-session.js';
import type { SupplementView } from './supplement-view.js';
import { supplementStyles } from './supplement.styles.js';

/**
 * A filed dossier, to be answered anew where the agency asks for it, or wholly while nobody has received it. Part of `<motcua-status>`.
 *
 * @summary The supplement of a dossier.
 * @tag motcua-supplement
 * @fires {SupplementSentEvent} supplement-sent - The answers were sent; `.resent`.
 * @fires {SupplementLeftEvent} supplement-left - The citizen went back to the dossier.
 * @fires {SupplementFailedEvent} supplement-failed - Something failed; `.code`.
 */
export class MotcuaSupplement extends LitElement {
  static override styles: CSSResultGroup = [resetStyles, contentStyles, flowStyles, supplementStyles];

  @property({ attribute: false }) client: Client | undefined;
  @property({ attribute: false }) task: Task = 'supplement';
  /** The dossier as it stands now; the one it was first given is the one that is answered. */
  @property({ attribute: false }) dossier: Dossier | undefined;
  @property({ attribute: false }) secret = '';
  @property({ attribute: false }) words!: FlowTexts;

  @query('motcua-dialog') private dialog!: MotcuaDialog | null;
  @query('motcua-error-summary') private summary!: MotcuaErrorSummary | null;

  readonly #watch = new ReadableController<SupplementState>(this);
  #session: SupplementSession | undefined;
  #around: FieldSurroundings | undefined;
  #last: SupplementState | undefined;
  #saidMoved = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#session?.dispose();
    this.#session = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#session) this.#start();
    if (changed.has('words') && this.hasUpdated) void this.#session?.setLocale(this.words.locale);
  }

  protected override updated(): void {
    const now = this.#watch.value;
    if (now && now !== this.#last) void this.#tell(this.#last, now);
    this.#last = now;
    this.#tellMoved();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const state = this.#watch.value;
    return html`<button type="button" class="back" @click=${this.#leave}>
        ${renderIcon(chevronLeftIcon)}${words.t('supplement.back')}
      </button>
      ${this.#renderPage(state)}
      <motcua-dialog
        .heading=${words.t('supplement.discardTitle')}
        .confirmLabel=${words.t('supplement.discard')}
        .cancelLabel=${words.t('flow.cancel')}
      >
        <p>${words.t('supplement.discardText')}</p>
      </motcua-dialog>`;
  }

  #renderPage(state: SupplementState | undefined): TemplateResult {
    const { words } = this;
    if (state?.phase === 'failed') return this.#renderFailed(state.code ?? '');
    const view = state && this.#view(state);
    if (!view) return html`<motcua-spinner .label=${words.t('supplement.loading')}></motcua-spinner>`;
    return html`${renderMessages(view)}
      <h1 class="title-1" tabindex="-1">
        ${words.t(this.task === 'edit' ? 'supplement.editTitle' : 'supplement.title')}
      </h1>
      ${renderSupplement(view)}`;
  }

  #renderFailed(code: string): TemplateResult {
    const sentence = code === 'plan.outdated' ? resendSentence(code) : lookupSentence(code);
    return html`<h1 class="title-1" tabindex="-1">${this.words.t('supplement.failedTitle')}</h1>
      <motcua-notice class="apart" tone="danger"
        >${this.words.t(sentence, { code })}
        <motcua-button slot="actions" variant="primary" @click=${this.#retry}
          >${this.words.t('problem.retry')}</motcua-button
        >
      </motcua-notice>`;
  }

  #view(state: SupplementState): SupplementView | undefined {
    const session = this.#session;
    const around = session && this.#surroundings(session, state);
    if (!session?.open || !around || !this.dossier) return undefined;
    const { words } = this;
    const answers = { locale: words.locale, yes: words.t('review.yes'), no: words.t('review.no') };
    return {
      session,
      state,
      open: session.open,
      now: this.dossier,
      words,
      around,
      context: { ...around, ...answers },
      act: {
        send: () => void this.#send(session),
        leave: this.#leave,
        discard: () => void this.#discard(session),
        goToField: (pointer) => void this.#goToField(pointer),
        showStep: (step) => session.showStep(step),
        leaveStep: () => void session.leaveStep(),
        takeOver: () => void session.takeOver(),
      },
    };
  }

  /** The same object as long as nothing in it changed, so that no field is drawn for nothing. */
  #surroundings({ open, fill }: SupplementSession, { texts }: SupplementState): FieldSurroundings | undefined {
    const { words } = this;
    if (!open || !fill || !texts) return undefined;
    if (this.#around?.words === words && this.#around.texts === texts) return this.#around;
    const { papers } = open;
    this.#around = {
      words,
      texts,
      catalogs: createCatalogDirectory(fill.catalogs, words.locale, fill.loadCompanion),
      papers: {
        version: papers.version,
        of: (pointer) => papers.of(pointer),
        add: (pointer, files) => papers.add(pointer, files),
        remove: (pointer, fileId) => void papers.remove(pointer, fileId),
        retry: (pointer, fileId) => papers.retry(pointer, fileId),
        offer: (pointer, fileId, file) => void papers.offer(pointer, fileId, file),
        saveNow: () => open.flush(),
      },
    };
    return this.#around;
  }

  #start(): void {
    const { client, dossier, task, secret, words } = this;
    if (!client || !dossier) return;
    this.#around = undefined;
    this.#session = new SupplementSession({ client, dossier, task, secret, locale: words.locale });
    this.#watch.watch(this.#session.state);
    void this.#session.start();
  }

  async #send(session: SupplementSession): Promise<void> {
    const resent = await session.send();
    if (resent) this.dispatchEvent(new SupplementSentEvent(resent));
  }

  async #discard(session: SupplementSession): Promise<void> {
    if ((await this.dialog?.ask()) !== true) return;
    await session.discard();
    this.#leave();
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new SupplementLeftEvent());
  };

  readonly #retry = (): void => {
    void this.#session?.dispose();
    this.#session = undefined;
    this.requestUpdate();
  };

  async #tell(before: SupplementState | undefined, now: SupplementState): Promise<void> {
    await this.updateComplete;
    const turned = now.phase !== before?.phase || (now.step === undefined && before.step !== undefined);
    if (turned && now.phase !== 'loading') this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    else if (now.step !== undefined && now.step !== before?.step)
      this.renderRoot.querySelector<HTMLElement>('.part')?.focus();
    if (now.report !== (before?.report ?? 0)) await this.#showReport();
    const code = now.phase === 'failed' ? now.code : now.notice;
    if (code !== undefined && (code !== before?.notice || now.phase !== before.phase)) this.#tellProblem(code);
  }

  async #showReport(): Promise<void> {
    await this.summary?.updateComplete;
    this.summary?.focus();
    this.summary?.scrollIntoView({ block: 'start' });
  }

  #tellProblem(code: string): void {
    this.#announce(this.words.t(resendSentence(code), { code }));
    if (!code.startsWith('send.')) this.dispatchEvent(new SupplementFailedEvent(code));
  }

  /** Said once, and nothing moves: the reader is in the middle of it. */
  #tellMoved(): void {
    const { dossier, words } = this;
    if (!this.#session?.open || !dossier || this.#saidMoved || this.#session.isAwaited(dossier)) return;
    this.#saidMoved = true;
    this.#announce(words.t('supplement.movedSaid', { state: stateLabel(dossier.state, words) }));
  }

  #announce(message: string): void {
    this.dispatchEvent(new MotcuaAnnounceEvent(message));
  }

  async #goToField(pointer: string): Promise<void> {
    await this.updateComplete;
    const fields = [...this.renderRoot.querySelectorAll<LitElement & { pointer?: string }>('[pointer]')];
    const wanted = fields.find((field) => {
      const at = field.pointer ?? '';
      return at !== '' && (pointer === at || pointer.startsWith(`${at}/`));
    });
    if (wanted) wanted.focus();
    else await this.#openPartOf(pointer);
  }

  /** Where all parts may be changed, the part of the field is opened first. */
  async #openPartOf(pointer: string): Promise<void> {
    const session = this.#session;
    const step = session?.fill?.plan.steps.find(({ sections }) =>
      sections.some(({ fields }) => fields.some((field) => pointer === field || pointer.startsWith(`${field}/`))),
    );
    if (!session || !step || this.task !== 'edit' || session.state.get().step === step.id) return;
    session.showStep(step.id);
    await this.updateComplete;
    for (const field of this.renderRoot.querySelectorAll<LitElement>('motcua-form-field')) await field.updateComplete;
    await this.#goToField(pointer);
  }
}
