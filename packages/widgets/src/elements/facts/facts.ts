import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { resetStyles } from '../../styles/reset.js';
import { color, font, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

export interface FactRow {
  readonly key: string;
  readonly value: string;
  /** A condition, an exemption: what the value means for the citizen. */
  readonly note?: string;
  /** From `icons/paths`. */
  readonly icon?: IconPath;
}

/**
 * Things to know before starting, one to a row: time, fee, agency.
 *
 * @summary Rows of facts.
 * @tag motcua-facts
 * @csspart facts - The list.
 */
export class MotcuaFacts extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    css`
      .row {
        position: relative;
        padding-block: ${space.s3};
        border-block-end: 1px solid ${color.line};
      }
      .row:first-child {
        border-block-start: 1px solid ${color.line};
      }
      .row.with-icon {
        padding-inline-start: 36px;
      }
      .icon {
        position: absolute;
        inset-inline-start: 0;
        color: ${color.primary};
      }
      dt {
        color: ${color.textMuted};
        ${type.small}
      }
      .value {
        ${type.label}
        font-weight: ${font.strong};
        text-wrap: balance;
      }
      .note {
        color: ${color.textMuted};
        ${type.hint}
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly FactRow[] = [];

  protected override render(): TemplateResult {
    return html`<dl part="facts">
      ${this.rows.map(
        (row) =>
          html`<div class=${row.icon === undefined ? 'row' : 'row with-icon'}>
            <dt>${row.icon === undefined ? nothing : renderIcon(row.icon, 24)}${row.key}</dt>
            <dd class="value">${row.value}</dd>
            ${row.note === undefined ? nothing : html`<dd class="note">${row.note}</dd>`}
          </div>`,
      )}
    </dl>`;
  }
}
