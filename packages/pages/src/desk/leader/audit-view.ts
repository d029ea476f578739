import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskAudit } from '@motcua/schemas';
import { space } from '@motcua/widgets/tokens';
import { DeskView } from '../page/desk-view.js';
import { formatInstant } from '../state/moments.js';
import { writeRoute } from '../state/route.js';
import { deskVi } from '../text/desk-texts.vi.js';
import { describeCode, describeProblem } from '../text/describe-problem.js';
import type { DeskTextKey } from '../text/desk-texts.js';

type Entry = DeskAudit['entries'][number];

/**
 * Who read or did what, newest first; of one dossier when its code is given.
 *
 * @summary The desk's audit log.
 * @tag motcua-desk-audit
 */
export class MotcuaDeskAudit extends DeskView {
  static override styles: CSSResultGroup = [
    DeskView.styles,
    css`
      :host {
        container-type: inline-size;
      }
      form {
        max-width: 420px;
        margin-block: ${space.s3};
      }
      form .row {
        flex-wrap: nowrap;
      }
      form .button {
        flex: none;
      }
      .panel {
        overflow: clip;
      }
    `,
  ];

  @property() code = '';

  @state() private entries: readonly Entry[] = [];
  @state() private next: number | undefined;
  @state() private problem: unknown;
  @state() private loaded = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code')) void this.#load();
  }

  protected override render(): TemplateResult {
    return html`<h1 class="title" tabindex="-1">${this.t('nav.audit')}</h1>
      <p class="muted">${this.t('audit.lead')}</p>
      <form class="field" @submit=${this.#onSubmit}>
        <label for="code">${this.t('audit.code')}</label>
        <div class="row">
          <input id="code" class="input figures" autocomplete="off" spellcheck="false" .value=${this.code} />
          <button class="button secondary">${this.t('audit.filter')}</button>
        </div>
      </form>
      <div role="status">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, this.desk.words)}</motcua-notice>`}
      </div>
      ${this.#renderEntries()}`;
  }

  #renderEntries(): TemplateResult | typeof nothing {
    if (!this.loaded) return nothing;
    if (this.entries.length === 0) return html`<p class="panel empty">${this.t('audit.none')}</p>`;
    return html`<div class="panel">
        <table class="stacked" role="table" aria-label=${this.t('nav.audit')}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${this.t('audit.at')}</th>
              <th role="columnheader" scope="col">${this.t('audit.who')}</th>
              <th role="columnheader" scope="col">${this.t('audit.what')}</th>
              <th role="columnheader" scope="col">${this.t('column.dossier')}</th>
              <th role="columnheader" scope="col">${this.t('audit.outcome')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.entries.map((entry) => this.#renderEntry(entry))}
          </tbody>
        </table>
      </div>
      ${
        this.next === undefined
          ? nothing
          : html`<p>
              <button type="button" class="button secondary" @click=${() => void this.#more()}>
                ${this.t('queue.more')}
              </button>
            </p>`
      }`;
  }

  #renderEntry({ at, name, login, operation, code, outcome }: Entry): TemplateResult {
    const key = `operation.${operation}`;
    return html`<tr role="row">
      <td role="cell" class="figures">${formatInstant(new Date(at), this.desk.words.locale)}</td>
      <td role="cell">${name ?? login ?? ''}</td>
      <td role="cell">${Object.hasOwn(deskVi, key) ? this.t(key as DeskTextKey) : operation}</td>
      <td role="cell" class="figures">
        ${code === undefined ? '' : html`<a href=${writeRoute({ view: 'dossier', code })}>${code}</a>`}
      </td>
      <td role="cell">${outcome === 'done' ? this.t('audit.done') : describeCode(outcome, this.desk.words)}</td>
    </tr>`;
  }

  async #load(): Promise<void> {
    await this.#read((fresh) => (this.entries = fresh), {});
    this.loaded = true;
  }

  #more(): Promise<void> {
    const before = this.next === undefined ? {} : { before: this.next };
    return this.#read((fresh) => (this.entries = [...this.entries, ...fresh]), before);
  }

  async #read(keep: (entries: readonly Entry[]) => void, place: { before?: number }): Promise<void> {
    const code = this.code.trim();
    try {
      const { entries, next } = await this.desk.api.audit({ ...(code === '' ? {} : { code }), ...place });
      keep(entries);
      this.next = next;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = this.renderRoot.querySelector<HTMLInputElement>('#code')?.value.trim() ?? '';
    this.desk.go({ view: 'audit', ...(code === '' ? {} : { code }) });
  };
}
