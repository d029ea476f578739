/**
 * The frame of every field: label, hint, error, warning, control, origin, all in one shadow root, because `for` and `aria-describedby`
 * do not cross shadow roots. A subclass draws only its control.
 */
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { MotcuaBlurEvent, MotcuaChangeEvent, MotcuaInputEvent } from '../../base/events.js';
import { documentIcon, errorIcon, infoIcon, lockIcon, shieldIcon, warningIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import { buttonStyles } from '../../styles/button.js';
import { fieldStyles } from '../../styles/field.js';
import { resetStyles } from '../../styles/reset.js';
import { spinnerStyles } from '../../styles/spinner.js';

/** The expected length of an answer: 120, 264, 400 px or the whole measure. */
export type FieldWidth = 'xs' | 's' | 'm' | 'l';

/** How the frame names its control: by `for`, or as a group of controls. */
export interface FrameOptions {
  /** Id of the control that the label belongs to. */
  labelFor?: string;
  /** The role of the frame when the field has several controls. */
  group?: 'group' | 'radiogroup';
  /** What stands at the end of the line of the label. */
  beside?: TemplateResult | typeof nothing;
}

export abstract class FieldElement extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, buttonStyles, spinnerStyles, fieldStyles];

  /** The question, as a noun without a full stop. */
  @property() label = '';
  /** A whole sentence under the label. */
  @property() hint = '';
  /** What to do about a wrong answer; empty when there is nothing wrong. */
  @property() error = '';
  /** A doubt that does not stop the citizen. */
  @property() warning = '';
  /** What the agency asks of this answer, as a whole sentence. */
  @property() request = '';
  /** A text to put in the place of what was typed, offered by a button under the control. */
  @property() suggestion = '';
  /** Where the answer came from, as one line. */
  @property() provenance = '';
  /** One line under the control, as how a name will be printed. */
  @property() note = '';
  /** A field that is not required says so after its label. */
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** A register is being asked about the answer. */
  @property({ type: Boolean, reflect: true }) checking = false;
  /** JSON Pointer of the answer; an error summary finds the field by it. */
  @property({ reflect: true }) pointer = '';
  @property() name = '';
  @property() autocomplete = '';
  @property({ reflect: true }) width: FieldWidth = 'l';

  /** The control that takes focus. */
  protected abstract get focusTarget(): HTMLElement | null;

  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.focusTarget?.focus(options);
    else void this.updateComplete.then(() => this.focusTarget?.focus(options));
  }

  protected emitInput(value: unknown): void {
    this.dispatchEvent(new MotcuaInputEvent(value));
  }

  protected emitChange(value: unknown): void {
    this.dispatchEvent(new MotcuaChangeEvent(value));
  }

  /** Ids of what explains the control, in the order in which it is read. */
  protected get describedBy(): string | typeof nothing {
    const ids = [
      this.hint && 'hint',
      this.request && 'request',
      this.error && 'error',
      this.warning && 'warning',
      this.note && 'note',
      this.provenance && 'provenance',
    ].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : nothing;
  }

  protected get invalid(): 'true' | typeof nothing {
    return this.error ? 'true' : nothing;
  }

  protected get mandatory(): 'true' | typeof nothing {
    return this.required ? 'true' : nothing;
  }

  protected get boxClass(): ReturnType<typeof classMap> {
    return classMap({
      box: true,
      moves: true,
      wrong: this.error !== '',
      readonly: this.readonly,
      [`width-${this.width}`]: true,
    });
  }

  /** Draws the frame around a control. */
  protected renderField(control: TemplateResult, { labelFor, group, beside }: FrameOptions): TemplateResult {
    const classes = classMap({
      field: true,
      wrong: this.error !== '',
      doubtful: this.error === '' && this.warning !== '',
    });
    const label = this.renderLabel(labelFor);
    const inner = html`${beside === undefined ? label : html`<div class="head">${label}${beside}</div>`}${this.renderHint()}${this.renderMessages()}
      <div class="control-row">${control}</div>
      ${this.renderUnder()}`;
    return group === undefined
      ? html`<div part="field" class=${classes} @focusout=${this.#onFocusOut}>${inner}</div>`
      : html`<div
          part="field"
          class=${classes}
          role=${group}
          aria-labelledby="label"
          aria-describedby=${this.describedBy}
          aria-required=${group === 'radiogroup' ? this.mandatory : nothing}
          aria-invalid=${group === 'radiogroup' ? this.invalid : nothing}
          @focusout=${this.#onFocusOut}
        >
          ${inner}
        </div>`;
  }

  /** A read-only answer of any kind: text at full contrast in a dashed box that can be focused and copied. */
  protected renderReadonlyBox(text: string): TemplateResult {
    return html`<div part="control" class=${this.boxClass}>
      <input id="control" readonly .value=${text} aria-describedby=${this.describedBy} aria-invalid=${this.invalid} />
      ${renderIcon(lockIcon)}
    </div>`;
  }

  protected renderTrailing(): TemplateResult | typeof nothing {
    if (this.checking)
      return html`<span class="trailing ring" role="img" aria-label=${this.t('field.checking')}></span>`;
    return this.readonly ? renderIcon(lockIcon) : nothing;
  }

  private renderLabel(labelFor: string | undefined): TemplateResult | typeof nothing {
    if (this.label === '') return nothing;
    const optional =
      this.required || this.readonly ? nothing : html` <span class="optional">${this.t('field.optional')}</span>`;
    return labelFor === undefined
      ? html`<span id="label" part="label" class="label">${this.label}${optional}</span>`
      : html`<label id="label" part="label" class="label" for=${labelFor}>${this.label}${optional}</label>`;
  }

  private renderHint(): TemplateResult | typeof nothing {
    return this.hint === '' ? nothing : html`<p id="hint" part="hint" class="hint">${this.hint}</p>`;
  }

  private renderMessages(): TemplateResult {
    return html`${
      this.request === ''
        ? nothing
        : html`<p id="request" part="request" class="message request">
            ${renderIcon(infoIcon)}<span>${this.request}</span>
          </p>`
    }${
      this.error === ''
        ? nothing
        : html`<p id="error" part="error" class="message error">
            ${renderIcon(errorIcon)}<span
              ><span class="visually-hidden">${this.t('field.error')} </span>${this.error}</span
            >
          </p>`
    }${
      this.warning === ''
        ? nothing
        : html`<p id="warning" part="warning" class="message warning">
            ${renderIcon(warningIcon)}<span
              ><span class="visually-hidden">${this.t('field.warning')} </span>${this.warning}</span
            >
          </p>`
    }`;
  }

  private renderUnder(): TemplateResult {
    return html`${
      this.suggestion === '' || this.readonly
        ? nothing
        : html`<button id="suggestion" type="button" class="button quiet" @click=${this.#onSuggestion}>
            ${this.t('field.useSuggestion', { text: this.suggestion })}
          </button>`
    }${
      this.note === ''
        ? nothing
        : html`<p id="note" part="note" class="under">${renderIcon(documentIcon)}<span>${this.note}</span></p>`
    }${
      this.provenance === ''
        ? nothing
        : html`<p id="provenance" part="provenance" class="under">
            ${renderIcon(shieldIcon)}<span>${this.provenance}</span>
          </p>`
    }`;
  }

  readonly #onSuggestion = (): void => {
    const text = this.suggestion;
    this.emitInput(text);
    this.emitChange(text);
    this.focus();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && this.renderRoot.contains(next)) return;
    this.dispatchEvent(new MotcuaBlurEvent());
  };
}
