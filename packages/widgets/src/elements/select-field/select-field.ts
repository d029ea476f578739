import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { renderIcon } from '../../icons/icon.js';
import { chevronDownIcon } from '../../icons/paths.js';
import { color } from '../../styles/tokens.js';
import type { ChoiceOption } from '../choice-field/choice-field.js';
import { FieldElement } from '../field/field-element.js';

/**
 * Six to twelve options in the browser's own list.
 *
 * @summary A native select.
 * @tag motcua-select-field
 * @fires {MotcuaInputEvent<string>} motcua-input - The value of the option chosen; empty for none.
 * @fires {MotcuaChangeEvent<string>} motcua-change - The same, at the same time.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart control - The box around the select.
 */
export class MotcuaSelectField extends FieldElement {
  static override styles: CSSResultGroup = [
    FieldElement.styles,
    css`
      .box > select {
        appearance: none;
        padding-inline-end: 44px;
        text-overflow: ellipsis;
      }
      .box > .icon {
        position: absolute;
        inset-inline-end: 14px;
        pointer-events: none;
      }
      option {
        background: ${color.surfaceRaised};
        color: ${color.text};
      }
    `,
  ];

  @property() value = '';
  @property({ attribute: false }) options: readonly ChoiceOption[] = [];
  /** The words of the empty choice; by default "Chọn một mục". */
  @property() placeholder = '';

  @query('#control') private control!: HTMLElement | null;

  protected override get focusTarget(): HTMLElement | null {
    return this.control;
  }

  protected override render(): TemplateResult {
    return this.renderField(this.readonly ? this.renderReadonlyBox(this.#chosenLabel) : this.#renderSelect(), {
      labelFor: 'control',
    });
  }

  get #chosenLabel(): string {
    return this.options.find((option) => option.value === this.value)?.label ?? this.value;
  }

  #renderSelect(): TemplateResult {
    return html`<div part="control" class=${this.boxClass}>
      <select
        id="control"
        name=${this.name || nothing}
        autocomplete=${(this.autocomplete || 'off') as AutoFill}
        aria-required=${this.mandatory}
        aria-invalid=${this.invalid}
        aria-describedby=${this.describedBy}
        @change=${this.#onChange}
      >
        <option value="" .selected=${live(this.value === '')}>
          ${this.placeholder || this.t('select.placeholder')}
        </option>
        ${this.options.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === this.value)}>${option.label}</option>`,
        )}
      </select>
      ${this.checking ? this.renderTrailing() : renderIcon(chevronDownIcon)}
    </div>`;
  }

  readonly #onChange = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.value = event.target.value;
    this.emitInput(this.value);
    this.emitChange(this.value);
  };
}
