import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskSession } from '@motcua/schemas';
import {
  buttonStyles,
  contentStyles,
  doorMarkStyles,
  errorIcon,
  renderDoorMark,
  renderIcon,
  resetStyles,
} from '@motcua/widgets/page-kit';
import { color, shape, space } from '@motcua/widgets/tokens';
import { deskStyles } from '../look/desk.styles.js';
import { describeProblem } from '../text/describe-problem.js';
import type { DeskTexts } from '../text/desk-texts.js';
import type { DeskApi } from '../wire/desk-api.js';
import { DeskProblem } from '../wire/desk-problem.js';

/** Somebody has signed in. */
export class SignedInEvent extends Event {
  constructor(readonly session: DeskSession) {
    super('desk-signed-in');
  }
}

/**
 * Name and password. In a dialog it asks for the same officer again.
 *
 * @summary The desk's sign-in.
 * @tag motcua-desk-sign-in
 */
export class MotcuaDeskSignIn extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    buttonStyles,
    contentStyles,
    doorMarkStyles,
    deskStyles,
    css`
      form {
        display: grid;
        gap: ${space.s4};
        width: min(400px, 100%);
        margin-inline: auto;
      }
      :host([again]) form {
        width: 100%;
      }
      :host(:not([again])) form {
        margin-block: clamp(16px, 10vh, 120px) 32px;
        padding: ${space.s5};
        border: ${shape.border} solid ${color.line};
        border-radius: ${shape.radiusL};
        background: ${color.surface};
      }
    `,
  ];

  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) words!: DeskTexts;
  /** The officer who must sign in again; absent: anybody. */
  @property() again = '';

  @state() private busy = false;
  @state() private problem: unknown;
  @state() private missing: readonly string[] = [];

  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(this.again === '' ? '#login' : '#password')?.focus();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<form novalidate @submit=${this.#onSubmit}>
      ${
        this.again === ''
          ? html`${renderDoorMark()}
              <div>
                <h1 class="title" tabindex="-1">${words.t('signIn.title')}</h1>
                <p class="hint">${words.t('signIn.lead')}</p>
              </div>`
          : nothing
      }
      <div role="alert">
        ${this.problem === undefined ? nothing : html`<p class="error">${renderIcon(errorIcon, 20)}<span>${describeProblem(this.problem, words)}</span></p>`}
      </div>
      ${this.#renderField('login', 'text', 'username')} ${this.#renderField('password', 'password', 'current-password')}
      <button class="button primary" aria-disabled=${this.busy ? 'true' : nothing}>
        ${words.t(this.busy ? 'signIn.busy' : 'signIn.act')}
      </button>
    </form>`;
  }

  #renderField(
    name: 'login' | 'password',
    type: string,
    autocomplete: 'username' | 'current-password',
  ): TemplateResult {
    const isMissing = this.missing.includes(name);
    return html`<div class=${isMissing ? 'field wrong' : 'field'}>
      <label for=${name}>${this.words.t(`signIn.${name}`)}</label>
      ${isMissing ? html`<p id="${name}-error" class="error">${renderIcon(errorIcon, 20)}${this.words.t(`signIn.${name}.missing`)}</p>` : nothing}
      <input
        id=${name}
        class="input"
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        autocapitalize="off"
        spellcheck="false"
        required
        ?readonly=${name === 'login' && this.again !== ''}
        .value=${name === 'login' ? this.again : ''}
        aria-invalid=${isMissing}
        aria-describedby=${isMissing ? `${name}-error` : nothing}
      />
    </div>`;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const read = (name: string): string => this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.value ?? '';
    const [login, password] = [read('login').trim(), read('password')];
    this.problem = undefined;
    this.missing = [...(login === '' ? ['login'] : []), ...(password === '' ? ['password'] : [])];
    if (this.missing.length > 0) return this.#focusField(this.missing[0] ?? '');
    this.busy = true;
    try {
      this.dispatchEvent(new SignedInEvent(await this.api.signIn({ login, password })));
    } catch (problem) {
      this.problem = problem;
      // The name was right or nobody knows: the password is what is typed anew.
      if (problem instanceof DeskProblem && problem.status !== 0) this.#clearPassword();
    }
    this.busy = false;
  };

  async #focusField(name: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.focus();
  }

  #clearPassword(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#password');
    if (!input) return;
    input.value = '';
    input.focus();
  }
}
