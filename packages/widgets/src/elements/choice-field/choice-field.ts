import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { space } from '../../styles/tokens.js';
import { tileStyles } from '../../styles/tile.js';
import { FieldElement } from '../field/field-element.js';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** A second line in small type. */
  readonly hint?: string;
}

/**
 * Two to five options, each a tile with a radio mark.
 *
 * @summary A choice among tiles.
 * @tag motcua-choice-field
 * @fires {MotcuaInputEvent<string>} motcua-input - The value of the option chosen.
 * @fires {MotcuaChangeEvent<string>} motcua-change - The same, at the same time.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart tile - One option.
 */
export class MotcuaChoiceField extends FieldElement {
  static override styles: CSSResultGroup = [
    FieldElement.styles,
    tileStyles,
    css`
      .tiles {
        display: grid;
        gap: ${space.s2};
      }
      @container (min-width: 560px) {
        .columns-2 {
          grid-template-columns: repeat(2, 1fr);
        }
        .columns-3 {
          grid-template-columns: repeat(3, 1fr);
        }
      }
    `,
  ];

  @property() value = '';
  @property({ attribute: false }) options: readonly ChoiceOption[] = [];
  /** Columns in a container from 560 px; narrower it is always one. */
  @property({ type: Number }) columns: 1 | 2 | 3 = 1;

  @query('input:checked, input') private first!: HTMLInputElement | null;
  @query('input:checked') private chosen!: HTMLInputElement | null;

  protected override get focusTarget(): HTMLElement | null {
    return this.chosen ?? this.first;
  }

  protected override render(): TemplateResult {
    if (this.readonly) {
      const text = this.options.find((option) => option.value === this.value)?.label ?? this.value;
      return this.renderField(this.renderReadonlyBox(text), { labelFor: 'control' });
    }
    const tiles = html`<div class=${`tiles columns-${this.columns}`}>
      ${this.options.map((option, index) => this.#renderTile(option, index))}
    </div>`;
    return this.renderField(tiles, { group: 'radiogroup' });
  }

  #renderTile(option: ChoiceOption, index: number): TemplateResult {
    const selected = option.value === this.value;
    const classes = classMap({ tile: true, moves: true, selected, wrong: this.error !== '' && this.value === '' });
    return html`<label part="tile" class=${classes}>
      <input
        type="radio"
        name="choice"
        .value=${option.value}
        .checked=${live(selected)}
        aria-labelledby=${`option-${index}`}
        aria-describedby=${option.hint === undefined ? nothing : `second-${index}`}
        @change=${() => this.#choose(option.value)}
      />
      <span
        ><span id=${`option-${index}`}>${option.label}</span>${
          option.hint === undefined ? nothing : html`<span id=${`second-${index}`} class="second">${option.hint}</span>`
        }</span
      >
    </label>`;
  }

  #choose(value: string): void {
    this.value = value;
    this.emitInput(value);
    this.emitChange(value);
  }
}
