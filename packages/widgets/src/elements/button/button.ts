import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { buttonStyles } from '../../styles/button.js';
import { resetStyles } from '../../styles/reset.js';
import { spinnerStyles } from '../../styles/spinner.js';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'destructive';

/**
 * A button, or a link that looks like one when it has an `href`. While busy it keeps its width, says what is going on and refuses
 * a second press; it stays focusable.
 *
 * @summary A button.
 * @tag motcua-button
 * @fires {PointerEvent} click - Pressed; not while busy.
 * @slot - The words: a verb with its object.
 * @slot icon - An icon before the words.
 * @csspart button - The native button or link.
 */
export class MotcuaButton extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    buttonStyles,
    spinnerStyles,
    css`
      :host {
        display: inline-block !important;
        max-width: 100%;
      }
      :host([stretch]),
      :host([stretch]) .button {
        width: 100%;
      }
      @container (min-width: 560px) {
        :host([stretch]),
        :host([stretch]) .button {
          width: auto;
        }
      }
      ::slotted([slot='icon']) {
        display: flex;
        flex: none;
      }
    `,
  ];

  @property({ reflect: true }) variant: ButtonVariant = 'secondary';
  @property({ type: Boolean, reflect: true }) busy = false;
  /** What is being done, as "Đang gửi hồ sơ"; shown while busy. */
  @property({ attribute: 'busy-label' }) busyLabel = '';
  /** Makes it a link. */
  @property() href = '';
  /** File name under which the link saves. */
  @property() download = '';
  @property() target = '';
  /** As wide as its container while that is under 560 px. */
  @property({ type: Boolean, reflect: true }) stretch = false;
  /** The name where the words alone do not say enough. */
  @property({ attribute: 'accessible-label' }) accessibleLabel = '';

  @query('.button') private control!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.control?.focus(options);
    else void this.updateComplete.then(() => this.control?.focus(options));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('busy')) this.#holdWidth();
  }

  protected override render(): TemplateResult {
    const classes = `button ${this.variant}`;
    const name = this.accessibleLabel || nothing;
    if (this.href !== '') {
      return html`<a
        part="button"
        class=${classes}
        href=${this.href}
        download=${this.download || nothing}
        target=${this.target || nothing}
        rel=${this.target === '_blank' ? 'noopener' : nothing}
        aria-label=${name}
        ><slot name="icon"></slot><span><slot></slot></span
      ></a>`;
    }
    return html`<button
      part="button"
      type="button"
      class=${classes}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-label=${name}
      @click=${this.#onClick}
    >
      ${this.busy ? html`<span class="ring"></span>` : html`<slot name="icon"></slot>`}<span
        >${this.busy && this.busyLabel !== '' ? this.busyLabel : html`<slot></slot>`}</span
      >
    </button>`;
  }

  #holdWidth(): void {
    const control = this.control;
    if (control !== null) control.style.minWidth = this.busy ? `${control.offsetWidth}px` : '';
  }

  readonly #onClick = (event: Event): void => {
    if (!this.busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
