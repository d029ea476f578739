import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { renderIcon } from '../../icons/icon.js';
import { checkIcon } from '../../icons/paths.js';
import { dateBoxesStyles, renderDateBoxes } from '../date-field/date-boxes.js';
import { emptyDate, type DatePart, type DateParts } from '../date-field/date-parts.js';
import { FieldElement } from '../field/field-element.js';
import { segmentStyles } from './segments.styles.js';

/** How much of a date the papers give. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface PartialDateParts extends DateParts {
  readonly precision: DatePrecision;
}

const partsOf: Readonly<Record<DatePrecision, readonly DatePart[]>> = {
  day: ['day', 'month', 'year'],
  month: ['month', 'year'],
  year: ['year'],
};

/**
 * A date of which papers may give only the month or the year: first how much is known, then only the boxes needed.
 * Parts that are put away keep their text, so that changing the precision loses nothing.
 *
 * @summary A date known in full or in part.
 * @tag motcua-partial-date-field
 * @fires {MotcuaInputEvent<PartialDateParts>} motcua-input - The precision and the texts.
 * @fires {MotcuaChangeEvent<PartialDateParts>} motcua-change - A box was left, or the precision chosen.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart segment - One of the precisions.
 * @csspart control - Each of the boxes.
 */
export class MotcuaPartialDateField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, dateBoxesStyles, segmentStyles];

  @property({ attribute: false }) value: PartialDateParts = { ...emptyDate, precision: 'day' };
  /** The precisions on offer; with one there is no choice to make. */
  @property({ attribute: false }) precisions: readonly DatePrecision[] = ['day', 'month', 'year'];
  @property({ attribute: false }) wrongParts: readonly DatePart[] = [];

  /** Focuses one box, or the choice of precision. */
  focusPart(part: DatePart | 'precision'): void {
    this.renderRoot
      .querySelector<HTMLInputElement>(part === 'precision' ? 'input[type=radio]:checked' : `#${part}`)
      ?.focus();
  }

  protected override get focusTarget(): HTMLElement | null {
    const part = this.#wrong[0] ?? partsOf[this.value.precision][0] ?? 'year';
    return this.renderRoot.querySelector<HTMLInputElement>(`#${part}`);
  }

  get #wrong(): readonly DatePart[] {
    if (this.error === '') return [];
    const shown = partsOf[this.value.precision];
    const named = this.wrongParts.filter((part) => shown.includes(part));
    return named.length > 0 ? named : shown;
  }

  protected override render(): TemplateResult {
    return this.renderField(html`${this.#renderSegments()}${this.#renderBoxes()}`, { group: 'group' });
  }

  #renderSegments(): TemplateResult | undefined {
    if (this.readonly || this.precisions.length < 2) return undefined;
    return html`<div class="segments-container">
      <div class="segments" role="radiogroup" aria-label=${this.t('partialDate.precision')}>
        ${this.precisions.map((precision) => this.#renderSegment(precision))}
      </div>
    </div>`;
  }

  #renderSegment(precision: DatePrecision): TemplateResult {
    const selected = precision === this.value.precision;
    return html`<label part="segment" class=${classMap({ segment: true, moves: true, selected })}>
      <input
        class="visually-hidden"
        type="radio"
        name="precision"
        .checked=${live(selected)}
        @change=${() => this.#choosePrecision(precision)}
      />${selected ? renderIcon(checkIcon) : ''}<span
        >${this.t(precision === 'day' ? 'partialDate.full' : `partialDate.${precision}`)}</span
      >
    </label>`;
  }

  #renderBoxes(): TemplateResult {
    return renderDateBoxes({
      parts: partsOf[this.value.precision],
      value: this.value,
      wrong: this.#wrong,
      readonly: this.readonly,
      required: this.required,
      autocomplete: this.autocomplete,
      labels: { day: this.t('date.day'), month: this.t('date.month'), year: this.t('date.year') },
      onInput: (part, text) => {
        this.value = { ...this.value, [part]: text };
        this.emitInput(this.value);
      },
      onChange: () => this.emitChange(this.value),
    });
  }

  #choosePrecision(precision: DatePrecision): void {
    this.value = { ...this.value, precision };
    this.emitInput(this.value);
    this.emitChange(this.value);
  }
}
