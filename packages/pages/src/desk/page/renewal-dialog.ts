import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { DeskSession } from '@motcua/schemas';
import { buttonStyles, contentStyles, resetStyles } from '@motcua/widgets/page-kit';
import { deskStyles } from '../look/desk.styles.js';
import type { DeskTexts } from '../text/desk-texts.js';
import type { DeskApi } from '../wire/desk-api.js';
import { dialogStyles } from './dialog.styles.js';
import type { MotcuaDeskSignIn, SignedInEvent } from './sign-in-view.js';

/**
 * The session ran out: the same officer signs in again, and everything on the page stays.
 *
 * @summary Signing in again.
 * @tag motcua-desk-renewal
 */
export class MotcuaDeskRenewal extends LitElement {
  static override styles: CSSResultGroup = [resetStyles, buttonStyles, contentStyles, deskStyles, dialogStyles];

  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) words!: DeskTexts;
  @property() login = '';

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('motcua-desk-sign-in') private signIn!: MotcuaDeskSignIn;
  #answer: ((session: DeskSession | undefined) => void) | undefined;
  #asking: Promise<DeskSession | undefined> | undefined;

  /** Waits for the sign-in; nothing when the officer gives up. Whoever asks meanwhile waits for the same. */
  ask(): Promise<DeskSession | undefined> {
    return (this.#asking ??= this.#open());
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${() => this.#settle(undefined)}>
      <h2 id="heading" class="title-2 first">${this.words.t('renewal.title')}</h2>
      <p class="text">${this.words.t('renewal.text')}</p>
      <motcua-desk-sign-in
        .api=${this.api}
        .words=${this.words}
        .again=${this.login}
        again
        @desk-signed-in=${(event: SignedInEvent) => this.#settle(event.session)}
      ></motcua-desk-sign-in>
      <p>
        <button type="button" class="button quiet small" @click=${() => this.#settle(undefined)}>
          ${this.words.t('renewal.leave')}
        </button>
      </p>
    </dialog>`;
  }

  async #open(): Promise<DeskSession | undefined> {
    await this.updateComplete;
    this.dialog.showModal();
    void this.signIn.focus();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  #settle(session: DeskSession | undefined): void {
    const answer = this.#answer;
    this.#answer = undefined;
    this.#asking = undefined;
    if (this.dialog.open) this.dialog.close();
    answer?.(session);
  }
}
