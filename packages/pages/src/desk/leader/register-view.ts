import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Register } from '@motcua/schemas';
import { splitDate, type DateParts } from '@motcua/widgets/date-field';
import type { MotcuaRegister } from '@motcua/widgets/register';
import { printerIcon, renderIcon } from '@motcua/widgets/page-kit';
import { space } from '@motcua/widgets/tokens';
import { DeskView } from '../page/desk-view.js';
import { dayOf, joinDate } from '../state/moments.js';
import { describeProblem } from '../text/describe-problem.js';

type Edge = 'from' | 'to';

/**
 * The register of received dossiers (Mẫu 06) for a range of days: seen on the screen, printed on A4.
 *
 * @summary The desk's register of received dossiers.
 * @tag motcua-desk-register
 */
export class MotcuaDeskRegister extends DeskView {
  static override styles: CSSResultGroup = [
    DeskView.styles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: ${space.s3} ${space.s5};
        margin-block: ${space.s3} ${space.s4};
      }
      .sheet {
        overflow: auto;
        margin-block-start: ${space.s3};
      }
    `,
  ];

  @state() private range: Readonly<Record<Edge, DateParts>> | undefined;
  @state() private wrong: readonly Edge[] = [];
  @state() private register: Register | undefined;
  @state() private problem: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => {
      const today = splitDate(dayOf(this.desk.api.now()));
      this.range ??= { from: today, to: today };
      return this.#load();
    });
  }

  protected override render(): TemplateResult {
    const { register, range } = this;
    return html`<div class="title-row">
        <h1 class="title" tabindex="-1">${this.t('nav.register')}</h1>
        ${
          register === undefined
            ? nothing
            : html`<button type="button" class="button secondary" @click=${() => void this.#print()}>
                ${renderIcon(printerIcon)}${this.t('register.print')}
              </button>`
        }
      </div>
      <p class="muted">${this.t('register.lead')}</p>
      ${
        range === undefined
          ? nothing
          : html`<form novalidate @submit=${this.#onSubmit}>
              ${this.#renderDay('from', range)}${this.#renderDay('to', range)}
              <button class="button secondary">${this.t('register.show')}</button>
            </form>`
      }
      <div role="status">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, this.desk.words)}</motcua-notice>`}
      </div>
      ${
        register === undefined
          ? nothing
          : html`<div class="sheet"><motcua-register .register=${register} locale="vi"></motcua-register></div>`
      }`;
  }

  #renderDay(edge: Edge, range: Readonly<Record<Edge, DateParts>>): TemplateResult {
    return html`<motcua-date-field
      id=${edge}
      required
      .label=${this.t(`register.${edge}`)}
      .value=${range[edge]}
      .error=${this.wrong.includes(edge) ? this.t('register.dayWrong') : ''}
      @motcua-input=${(event: CustomEvent & { value: DateParts }) => (this.range = { ...range, [edge]: event.value })}
    ></motcua-date-field>`;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await this.#load();
    const [first] = this.wrong;
    if (first !== undefined) await this.focusOn(`#${first}`);
  };

  /** All pages of the range, as one register. */
  async #load(): Promise<void> {
    if (!this.range) return;
    const from = joinDate(this.range.from);
    const to = joinDate(this.range.to);
    this.wrong = [...(from === undefined ? (['from'] as const) : []), ...(to === undefined ? (['to'] as const) : [])];
    if (from === undefined || to === undefined) return;
    try {
      this.register = await this.desk.api.register(from, to);
      this.problem = undefined;
      this.desk.say(this.t('register.shown', { count: this.register.rows.length }));
    } catch (problem) {
      this.register = undefined;
      this.problem = problem;
    }
  }

  async #print(): Promise<void> {
    await (this.renderRoot.querySelector('motcua-register') as MotcuaRegister | null)?.print();
  }
}
