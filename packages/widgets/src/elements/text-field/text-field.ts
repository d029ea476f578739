import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { TypingController } from '../../base/typing-controller.js';
import { WidthWatcher } from '../../base/width-watcher.js';
import { renderIcon } from '../../icons/icon.js';
import { eyeIcon, eyeOffIcon } from '../../icons/paths.js';
import { FieldElement } from '../field/field-element.js';
import { textFieldStyles } from './text-field.styles.js';

/** `digits` counts them and ignores spaces and dots; `code` is set in figures and repeated in full under the box. */
export type TextFieldKind = 'text' | 'tel' | 'email' | 'digits' | 'code';

/**
 * One line of text, a telephone number, an address of mail, a number of identity or a code.
 *
 * @summary A single-line text field.
 * @tag motcua-text-field
 * @fires {MotcuaInputEvent<string>} motcua-input - Typed text, NFC; not while an input method composes.
 * @fires {MotcuaChangeEvent<string>} motcua-change - A typed text was left.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart field - The whole field.
 * @csspart label - The label.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @csspart control - The box around the input.
 * @csspart provenance - The line of origin.
 */
export class MotcuaTextField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, textFieldStyles];

  @property() value = '';
  @property({ reflect: true }) kind: TextFieldKind = 'text';
  /** How many digits are expected; shows a live count. */
  @property({ type: Number, attribute: 'digit-count' }) digitCount = 0;
  /** Shows a button that hides the text from onlookers. */
  @property({ type: Boolean }) concealable = false;
  @property() placeholder = '';

  @state() private concealed = false;
  @state() private clipped = false;
  @query('#control') private input!: HTMLInputElement | null;

  readonly #typing = new TypingController(
    this,
    () => this.input,
    () => this.value,
    (value) => {
      this.value = value;
      this.emitInput(value);
    },
  );

  protected override get focusTarget(): HTMLElement | null {
    return this.input;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.kind === 'code') this.#watchWidth();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
  }

  protected override render(): TemplateResult {
    return this.renderField(this.#renderControl(), { labelFor: 'control' });
  }

  #renderControl(): TemplateResult {
    return html`<div part="control" class=${this.boxClass}>
        <input
          id="control"
          class=${this.kind === 'digits' || this.kind === 'code' || this.kind === 'tel' ? 'figures' : ''}
          type=${this.concealed ? 'password' : inputType(this.kind)}
          inputmode=${inputMode(this.kind)}
          name=${this.name || nothing}
          autocomplete=${(this.autocomplete || 'off') as AutoFill}
          autocapitalize=${this.kind === 'text' ? nothing : 'off'}
          spellcheck=${this.kind === 'text' ? nothing : 'false'}
          placeholder=${this.placeholder || nothing}
          ?readonly=${this.readonly}
          aria-required=${this.mandatory}
          aria-invalid=${this.invalid}
          aria-describedby=${this.describedBy}
          @input=${this.#typing.onInput}
          @compositionstart=${this.#typing.onCompositionStart}
          @compositionend=${this.#typing.onCompositionEnd}
          @change=${this.#onChange}
        />
        ${this.#renderCount()}${this.renderTrailing()}${this.#renderConceal()}
      </div>
      ${this.clipped && !this.concealed ? html`<p class="echo" aria-hidden="true">${this.value}</p>` : nothing}`;
  }

  #renderCount(): TemplateResult | typeof nothing {
    if (this.digitCount === 0 || this.readonly || this.checking) return nothing;
    const count = this.value.replace(/\D/g, '').length;
    return html`<span class="count" aria-hidden="true">${count}/${this.digitCount}</span>`;
  }

  #renderConceal(): TemplateResult | typeof nothing {
    if (!this.concealable) return nothing;
    return html`<button
      type="button"
      class="button icon-only"
      aria-label=${this.t(this.concealed ? 'field.showCode' : 'field.hideCode')}
      @click=${this.#toggleConcealed}
    >
      ${renderIcon(this.concealed ? eyeOffIcon : eyeIcon)}
    </button>`;
  }

  /** A code that does not fit into its box is repeated in full under it. */
  readonly #measure = (): void => {
    this.clipped = this.input !== null && this.input.scrollWidth > this.input.clientWidth + 1;
  };

  readonly #width = new WidthWatcher(this.#measure);

  #watchWidth(): void {
    if (this.input !== null) this.#width.observe(this.input);
    queueMicrotask(this.#measure);
  }

  readonly #toggleConcealed = (): void => {
    this.concealed = !this.concealed;
  };

  readonly #onChange = (): void => {
    this.emitChange(this.value);
  };
}

function inputType(kind: TextFieldKind): 'text' | 'tel' | 'email' {
  return kind === 'tel' || kind === 'email' ? kind : 'text';
}

function inputMode(kind: TextFieldKind): 'numeric' | 'tel' | 'email' | typeof nothing {
  if (kind === 'digits') return 'numeric';
  return kind === 'tel' || kind === 'email' ? kind : nothing;
}
