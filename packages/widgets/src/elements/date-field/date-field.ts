import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FieldElement } from '../field/field-element.js';
import { dateBoxesStyles, renderDateBoxes } from './date-boxes.js';
import { emptyDate, type DatePart, type DateParts } from './date-parts.js';

const allParts: readonly DatePart[] = ['day', 'month', 'year'];

/**
 * A date the citizen knows, in three boxes, day first. What is typed stays as typed.
 *
 * @summary A date in three boxes.
 * @tag motcua-date-field
 * @fires {MotcuaInputEvent<DateParts>} motcua-input - The three texts.
 * @fires {MotcuaChangeEvent<DateParts>} motcua-change - A box was left after a change.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart control - Each of the boxes.
 */
export class MotcuaDateField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, dateBoxesStyles];

  @property({ attribute: false }) value: DateParts = emptyDate;
  /** The parts that are wrong; with an error and none named, all are edged. */
  @property({ attribute: false }) wrongParts: readonly DatePart[] = [];

  /** Focuses one box. */
  focusPart(part: DatePart): void {
    this.renderRoot.querySelector<HTMLInputElement>(`#${part}`)?.focus();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${this.#wrong[0] ?? 'day'}`);
  }

  get #wrong(): readonly DatePart[] {
    if (this.error === '') return [];
    return this.wrongParts.length > 0 ? this.wrongParts : allParts;
  }

  protected override render(): TemplateResult {
    const boxes = renderDateBoxes({
      parts: allParts,
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
    return this.renderField(boxes, { group: 'group' });
  }
}
