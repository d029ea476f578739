import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaEditEvent } from '../../base/events.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon } from '../../icons/icon.js';
import { pencilIcon } from '../../icons/paths.js';
import { buttonStyles } from '../../styles/button.js';
import { resetStyles } from '../../styles/reset.js';
import { reviewListStyles } from './review-list.styles.js';

export interface ReviewRow {
  readonly label: string;
  /** Already masked where it must be. Empty shows "Không có". */
  readonly value: string;
  readonly note?: string;
  /** `money` is large and in figures; `figures` keeps digits in line. */
  readonly style?: 'money' | 'figures';
}

export interface ReviewSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  /** Without "Sửa" when false. */
  readonly editable?: boolean;
}

/**
 * All answers in sections, to be checked before sending and kept after it.
 *
 * @summary The answers, section by section.
 * @tag motcua-review-list
 * @fires {MotcuaEditEvent} motcua-edit - "Sửa" was pressed; `.sectionId`.
 * @csspart summary - One section.
 * @csspart row - One answer.
 */
export class MotcuaReviewList extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, buttonStyles, reviewListStyles];

  @property({ attribute: false }) sections: readonly ReviewSection[] = [];

  /** Focuses "Sửa" of a section, as after coming back from a change. */
  focusSection(sectionId: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-section="${CSS.escape(sectionId)}"] button`)?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.sections.map((section) => this.#renderSection(section))}`;
  }

  #renderSection(section: ReviewSection): TemplateResult {
    return html`<section part="summary" data-section=${section.id}>
      <div class="head">
        <h2>${section.title}</h2>
        ${section.editable === false ? nothing : this.#renderEdit(section)}
      </div>
      <dl>${section.rows.map((row) => this.#renderRow(row))}</dl>
    </section>`;
  }

  #renderEdit(section: ReviewSection): TemplateResult {
    return html`<button
      type="button"
      class="button quiet edit"
      aria-label=${this.t('review.editNamed', { title: section.title })}
      @click=${() => this.dispatchEvent(new MotcuaEditEvent(section.id))}
    >
      ${renderIcon(pencilIcon)}${this.t('review.edit')}
    </button>`;
  }

  #renderRow(row: ReviewRow): TemplateResult {
    return html`<div part="row" class="row">
      <dt>${row.label}</dt>
      <dd>
        <span class=${`value ${row.style ?? ''}`}>${row.value === '' ? this.t('review.empty') : row.value}</span>
        ${row.note === undefined ? nothing : html`<span class="note">${row.note}</span>`}
      </dd>
    </div>`;
  }
}
