import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LookupClient, MyDossier, MyDossiers } from '@motcua/client';
import { announce } from '../../base/announce.js';
import { ReadableController } from '../../controllers/readable-controller.js';
import type { MotcuaDialog } from '../../elements/dialog/dialog.js';
import { contentStyles } from '../../styles/content.js';
import { resetStyles } from '../../styles/reset.js';
import { color, font, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';
import type { FlowTexts } from '../flow-texts.js';
import { flowStyles } from '../flow.styles.js';
import { formatDay, formatTime } from '../moments.js';
import { stateLabel } from '../state-label.js';
import { MyDossiersSession, type MyDossiersState } from './my-dossiers-session.js';
import { OpenDossierEvent } from './open-dossier-event.js';

/**
 * The dossiers that are remembered on this device: how each stands, to be opened without typing or taken off the device. Nothing is shown while
 * there is none. Part of `<motcua-status>`.
 *
 * @summary The dossiers on this device.
 * @tag motcua-my-dossiers
 * @fires {OpenDossierEvent} open-dossier - A dossier was chosen. Does not bubble.
 */
export class MotcuaMyDossiers extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    contentStyles,
    flowStyles,
    css`
      .list {
        display: grid;
        gap: ${space.s3};
        margin-block-start: ${space.s4};
      }
      .item {
        padding: ${space.s4};
        border: 1px solid ${color.line};
        border-radius: ${shape.radiusL};
        background: ${color.surface};
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: ${space.s2};
      }
      h3 {
        font-weight: ${font.strong};
        ${type.label}
      }
      .item .actions {
        margin-block-start: ${space.s3};
      }
      .facts {
        margin-block-start: ${space.s1};
        color: ${color.textMuted};
        overflow-wrap: anywhere;
        ${type.text}
      }
    `,
  ];

  @property({ attribute: false }) store: MyDossiers | undefined;
  @property({ attribute: false }) client: LookupClient | undefined;
  @property({ attribute: false }) words!: FlowTexts;

  /** What is to be forgotten: one dossier, or all. */
  @state() private leaving: MyDossier | 'all' | undefined;

  @query('motcua-dialog') private dialog!: MotcuaDialog | null;

  readonly #watch = new ReadableController<MyDossiersState>(this);
  #session: MyDossiersSession | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.stop();
    this.#session = undefined;
  }

  protected override willUpdate(): void {
    if (this.#session || !this.store || !this.client) return;
    this.#session = new MyDossiersSession(this.store, this.client);
    this.#watch.watch(this.#session.state);
    void this.#session.start();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const now = this.#watch.value;
    if (!now) return nothing;
    if (now.dossiers.length === 0 && now.broken.length === 0)
      return now.failed === undefined
        ? nothing
        : html`<motcua-notice class="apart" tone="warning">${words.t('status.mineFailed')}</motcua-notice>`;
    return html`<section class="apart">
        <h2 class="title-2 first" tabindex="-1">${words.t('status.mine')}</h2>
        ${now.dossiers.length === 0 ? nothing : html`<p class="section-lead">${words.t('status.mineLead')}</p>`}
        ${this.#renderNotes(now)}
        <ul class="list">
          ${now.dossiers.map((dossier) => this.#renderDossier(dossier))}
        </ul>
        ${
          now.dossiers.length + now.broken.length > 1 || now.broken.length > 0
            ? html`<div class="actions extras">
                <motcua-button stretch variant="quiet" @click=${() => void this.#forget('all')}
                  >${words.t('status.mineForgetAll')}</motcua-button
                >
              </div>`
            : nothing
        }
      </section>
      ${this.#renderDialog()}`;
  }

  #renderNotes({ offline, inMemory, broken }: MyDossiersState): TemplateResult {
    const { words } = this;
    const note = (tone: string, text: string): TemplateResult =>
      html`<motcua-notice class="apart" .tone=${tone}>${text}</motcua-notice>`;
    return html`${offline ? note('info', words.t('status.mineOffline')) : nothing}
    ${inMemory ? note('warning', words.t('status.mineMemory')) : nothing}
    ${broken.length > 0 ? note('warning', words.t('status.mineLocked', { count: broken.length })) : nothing}`;
  }

  #renderDossier(dossier: MyDossier): TemplateResult {
    const { words } = this;
    const { code, title, state: at, dueAt, seenAt } = dossier;
    const seen = new Date(seenAt);
    return html`<li class="item">
      <div class="head">
        <h3>${title[words.locale] ?? title.vi}</h3>
        <motcua-tag .state=${at.name} .label=${stateLabel(at, words)}></motcua-tag>
      </div>
      <p class="facts"><span class="figures">${code}</span></p>
      <p class="facts">
        ${dueAt === undefined ? nothing : html`${words.t('status.mineDue', { date: formatDay(new Date(dueAt)) })} · `}${words.t(
          'status.mineSeen',
          { time: formatTime(seen, words.locale), date: formatDay(seen) },
        )}
      </p>
      <div class="actions">
        <motcua-button
          stretch
          variant="secondary"
          .accessibleLabel=${words.t('status.mineOpenNamed', { code })}
          @click=${() => this.dispatchEvent(new OpenDossierEvent(code, dossier.secret))}
          >${words.t('status.mineOpen')}</motcua-button
        >
        <motcua-button
          stretch
          variant="quiet"
          .accessibleLabel=${words.t('status.mineForgetNamed', { code })}
          @click=${() => void this.#forget(dossier)}
          >${words.t('status.mineForget')}</motcua-button
        >
      </div>
    </li>`;
  }

  #renderDialog(): TemplateResult {
    const { words, leaving } = this;
    const all = leaving === 'all';
    return html`<motcua-dialog
      .heading=${words.t(all ? 'status.mineForgetAllTitle' : 'status.mineForgetTitle')}
      .confirmLabel=${words.t(all ? 'status.mineForgetAll' : 'status.mineForget')}
      .cancelLabel=${words.t('flow.cancel')}
    >
      <p>
        ${
          all || leaving === undefined
            ? words.t('status.mineForgetAllText')
            : words.t('status.mineForgetText', { code: leaving.code })
        }
      </p>
    </motcua-dialog>`;
  }

  async #forget(what: MyDossier | 'all'): Promise<void> {
    this.leaving = what;
    await this.updateComplete;
    if ((await this.dialog?.ask()) !== true) return;
    await (what === 'all' ? this.#session?.forgetAll() : this.#session?.forget(what.id));
    announce(this, this.words.t('status.mineForgotten'));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }
}
