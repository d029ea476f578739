import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { tileStyles } from '../../styles/tile.js';
import { FieldElement } from '../field/field-element.js';

/**
 * One statement to tick: a tile with a tick mark. Used for the declaration of truth, which is never ticked beforehand.
 *
 * @summary A tick tile.
 * @tag motcua-checkbox-field
 * @fires {MotcuaInputEvent<boolean>} motcua-input - Ticked or not.
 * @fires {MotcuaChangeEvent<boolean>} motcua-change - The same, at the same time.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart tile - The tile.
 */
export class MotcuaCheckboxField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, tileStyles];

  @property({ type: Boolean }) checked = false;
  /** The sentence beside the mark. `label` stands above and may be empty. */
  @property() text = '';

  @query('#control') private input!: HTMLInputElement | null;

  get value(): boolean {
    return this.checked;
  }

  set value(value: boolean) {
    this.checked = value;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.input;
  }

  protected override render(): TemplateResult {
    const tile = html`<label
      part="tile"
      class=${classMap({ tile: true, moves: true, selected: this.checked, wrong: this.error !== '' })}
    >
      <input
        id="control"
        type="checkbox"
        .checked=${live(this.checked)}
        aria-labelledby=${this.label === '' ? 'text' : 'label text'}
        aria-required=${this.mandatory}
        aria-invalid=${this.invalid}
        aria-readonly=${this.readonly ? 'true' : 'false'}
        aria-describedby=${this.describedBy}
        @click=${this.#onClick}
        @change=${this.#onChange}
      />
      <span id="text">${this.text}</span>
    </label>`;
    return this.renderField(tile, {});
  }

  readonly #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };

  readonly #onChange = (): void => {
    this.checked = this.input?.checked ?? false;
    this.emitInput(this.checked);
    this.emitChange(this.checked);
  };
}
