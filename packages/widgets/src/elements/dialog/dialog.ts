import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { buttonStyles } from '../../styles/button.js';
import { resetStyles } from '../../styles/reset.js';
import { color, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

/**
 * Asks once more before something that cannot be undone. The safe answer stands first and has focus.
 *
 * @summary A question before a destructive act.
 * @tag motcua-dialog
 * @slot - What will be lost and what stays.
 * @csspart dialog - The native dialog.
 */
export class MotcuaDialog extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    buttonStyles,
    css`
      dialog {
        width: min(480px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: ${space.s5};
        border: 1px solid ${color.line};
        border-radius: ${shape.radiusL};
        background: ${color.surfaceRaised};
        color: ${color.text};
        box-shadow: ${shape.shadowRaised};
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      h2 {
        ${type.title2}
      }
      .text {
        margin-block-start: ${space.s2};
        ${type.text}
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: ${space.s2};
        margin-block-start: ${space.s5};
      }
      .actions .button {
        flex: 1 1 auto;
      }
    `,
  ];

  @property() heading = '';
  /** The act by its name, as "Xóa bản nháp". */
  @property({ attribute: 'confirm-label' }) confirmLabel = '';
  /** The safe way out; by default "Quay lại". */
  @property({ attribute: 'cancel-label' }) cancelLabel = '';
  /** The act destroys something. */
  @property({ type: Boolean }) destructive = true;

  @query('dialog') private dialog!: HTMLDialogElement | null;
  #answer: ((confirmed: boolean) => void) | undefined;

  /** Opens the dialog and waits for the answer. Escape is a no. Focus returns to where it was. */
  async ask(): Promise<boolean> {
    await this.updateComplete;
    this.#settle();
    this.dialog?.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  protected override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="heading" aria-describedby="text" @close=${this.#onClose}>
      <h2 id="heading">${this.heading}</h2>
      <div id="text" class="text"><slot></slot></div>
      <div class="actions">
        <button type="button" class="button secondary" autofocus @click=${() => this.#close('')}>
          ${this.cancelLabel || this.t('dialog.cancel')}
        </button>
        <button
          type="button"
          class=${this.destructive ? 'button destructive' : 'button primary'}
          @click=${() => this.#close('confirmed')}
        >
          ${this.confirmLabel}
        </button>
      </div>
    </dialog>`;
  }

  #close(answer: '' | 'confirmed'): void {
    this.dialog?.close(answer);
  }

  /** The event comes some time after the closing, when the next question may stand already. */
  readonly #onClose = (): void => {
    if (this.dialog?.open !== true) this.#settle();
  };

  #settle(): void {
    const dialog = this.dialog;
    const confirmed = dialog?.returnValue === 'confirmed';
    if (dialog !== null) dialog.returnValue = '';
    this.#answer?.(confirmed);
    this.#answer = undefined;
  }
}
