import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { TypingController } from '../../base/typing-controller.js';
import { FieldElement } from '../field/field-element.js';

const announceDelay = 1000;

/**
 * Several lines of text, with a count against the limit. Text past the limit stays: the message says how much to cut.
 *
 * @summary A multi-line text field.
 * @tag motcua-textarea-field
 * @fires {MotcuaInputEvent<string>} motcua-input - Typed text, NFC; not while an input method composes.
 * @fires {MotcuaChangeEvent<string>} motcua-change - A typed text was left.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart control - The box around the text area.
 */
export class MotcuaTextareaField extends FieldElement {
  static override styles: CSSResultGroup = [
    FieldElement.styles,
    css`
      textarea {
        display: block;
        min-height: calc(1.625em * 4 + 20px);
        resize: vertical;
      }
      .count {
        display: block;
        margin: 6px 0 0;
        text-align: end;
      }
    `,
  ];

  @property() value = '';
  /** The most characters allowed; 0 shows no count. */
  @property({ type: Number, attribute: 'character-limit' }) characterLimit = 0;
  @property({ type: Number }) rows = 4;

  @query('#control') private input!: HTMLTextAreaElement | null;
  #announcing: ReturnType<typeof setTimeout> | undefined;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#announcing);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('value') && this.#nearLimit) this.#announceCount();
  }

  protected override render(): TemplateResult {
    const control = html`<div part="control" class=${this.boxClass}>
        <textarea
          id="control"
          rows=${this.rows}
          name=${this.name || nothing}
          autocomplete=${(this.autocomplete || 'off') as AutoFill}
          ?readonly=${this.readonly}
          aria-required=${this.mandatory}
          aria-invalid=${this.invalid}
          aria-describedby=${this.describedBy}
          @input=${this.#typing.onInput}
          @compositionstart=${this.#typing.onCompositionStart}
          @compositionend=${this.#typing.onCompositionEnd}
          @change=${() => this.emitChange(this.value)}
        ></textarea>
        ${this.renderTrailing()}
      </div>
      ${this.#renderCount()}`;
    return this.renderField(control, { labelFor: 'control' });
  }

  get #length(): number {
    return [...this.value].length;
  }

  get #nearLimit(): boolean {
    return this.characterLimit > 0 && this.#length >= this.characterLimit * 0.9;
  }

  #renderCount(): TemplateResult | typeof nothing {
    if (this.characterLimit === 0 || this.readonly) return nothing;
    const over = this.#length > this.characterLimit ? 'count over' : 'count';
    return html`<span class=${over} aria-hidden="true">${this.#length}/${this.characterLimit}</span>`;
  }

  /** Waits for a pause, so that a screen reader is not interrupted by each key. */
  #announceCount(): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const over = this.#length - this.characterLimit;
      this.announce(
        over > 0
          ? this.t('field.over', { count: over })
          : this.t('field.count', { count: this.#length, limit: this.characterLimit }),
      );
    }, announceDelay);
  }
}
