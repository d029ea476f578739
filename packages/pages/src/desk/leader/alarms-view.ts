import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { DeskAlarms } from '@motcua/schemas';
import { refreshIcon, renderIcon } from '@motcua/widgets/page-kit';
import { space } from '@motcua/widgets/tokens';
import { DeskView } from '../page/desk-view.js';
import { PollController } from '../queue/poll-controller.js';
import { formatInstant } from '../state/moments.js';
import { writeRoute } from '../state/route.js';
import { describeProblem } from '../text/describe-problem.js';
import type { DeskTextKey } from '../text/desk-texts.js';

type Alarm = DeskAlarms['alarms'][number];
type DeadMessage = DeskAlarms['dead'][number];

/**
 * What waits for somebody: dossiers that nobody took up, dates that pass, messages that did not go out.
 *
 * @summary The desk's alarms.
 * @tag motcua-desk-alarms
 */
export class MotcuaDeskAlarms extends DeskView {
  static override styles: CSSResultGroup = [
    DeskView.styles,
    css`
      :host {
        container-type: inline-size;
      }
      .panel {
        margin-block-start: ${space.s3};
        overflow: clip;
      }
    `,
  ];

  @state() private alarms: DeskAlarms | undefined;
  @state() private problem: unknown;

  constructor() {
    super();
    new PollController(this, () => void this.#load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#load());
  }

  protected override render(): TemplateResult {
    const { alarms } = this;
    return html`<h1 class="title" tabindex="-1">${this.t('nav.alarms')}</h1>
      <p class="muted">${this.t('alarms.lead')}</p>
      <div role="status">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, this.desk.words)}</motcua-notice>`}
      </div>
      ${alarms === undefined ? nothing : html`${this.#renderAlarms(alarms.alarms)}${this.#renderMessages(alarms)}`}`;
  }

  #renderAlarms(alarms: readonly Alarm[]): TemplateResult {
    if (alarms.length === 0) return html`<p class="panel empty">${this.t('alarms.none')}</p>`;
    return html`<div class="panel">
      <table class="stacked" role="table" aria-label=${this.t('nav.alarms')}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${this.t('alarms.kind')}</th>
            <th role="columnheader" scope="col">${this.t('column.dossier')}</th>
            <th role="columnheader" scope="col">${this.t('alarms.since')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${alarms.map(
            (alarm) =>
              html`<tr
                role="row"
                class="tone-${alarm.kind === 'late' || alarm.kind === 'message-dead' ? 'danger' : 'warning'}"
              >
                <td role="cell">
                  <span class="toned-words"
                    >${this.t(`alarm.${alarm.kind}` as DeskTextKey, { count: alarm.count ?? 1 })}</span
                  >
                </td>
                <td role="cell" class="figures">${this.#renderCode(alarm.code)}</td>
                <td role="cell" class="figures">${this.#when(alarm.since)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderMessages({ outbox, dead }: DeskAlarms): TemplateResult {
    const mayReplay = this.desk.session.operations.includes('message.replay');
    return html`<h2 class="title-2">${this.t('outbox.title')}</h2>
      <p class="muted">${this.t('outbox.counts', { open: outbox.open, dead: outbox.dead })}</p>
      ${
        dead.length === 0
          ? nothing
          : html`<div class="panel">
              <table class="stacked" role="table" aria-label=${this.t('outbox.title')}>
                <thead role="rowgroup">
                  <tr role="row">
                    <th role="columnheader" scope="col">${this.t('column.dossier')}</th>
                    <th role="columnheader" scope="col">${this.t('outbox.error')}</th>
                    <th role="columnheader" scope="col">${this.t('outbox.deadAt')}</th>
                    ${mayReplay ? html`<th role="columnheader" scope="col"><span class="visually-hidden">${this.t('outbox.act')}</span></th>` : nothing}
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  ${dead.map((message) => this.#renderMessage(message, mayReplay))}
                </tbody>
              </table>
            </div>`
      }`;
  }

  #renderMessage({ id, code, error = '', attempts, deadAt }: DeadMessage, mayReplay: boolean): TemplateResult {
    return html`<tr role="row">
      <td role="cell" class="figures">${this.#renderCode(code)}</td>
      <td role="cell">${this.t('outbox.attempts', { count: attempts })} <span class="muted">${error}</span></td>
      <td role="cell" class="figures">${this.#when(deadAt)}</td>
      ${
        mayReplay
          ? html`<td role="cell">
              <button type="button" class="button secondary small" @click=${() => void this.#replay(id, code)}>
                ${renderIcon(refreshIcon, 16)}${this.t('outbox.replay')}<span class="visually-hidden"> ${code}</span>
              </button>
            </td>`
          : nothing
      }
    </tr>`;
  }

  #renderCode(code: string | undefined): TemplateResult | string {
    return code === undefined ? '' : html`<a href=${writeRoute({ view: 'dossier', code })}>${code}</a>`;
  }

  #when(at: string): string {
    return formatInstant(new Date(at), this.desk.words.locale);
  }

  async #load(): Promise<void> {
    try {
      this.alarms = await this.desk.api.alarms();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #replay(id: number, code: string): Promise<void> {
    try {
      await this.desk.api.replay(id);
      this.desk.say(this.t('outbox.replayed', { code }));
      await this.#load();
    } catch (problem) {
      this.problem = problem;
    }
  }
}
