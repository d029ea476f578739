import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { resetStyles } from '../../styles/reset.js';
import { spinnerStyles } from '../../styles/spinner.js';
import { color, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';
import { percentSent } from '../file-field/file-row.js';

const nonBreaking = '\u00A0';

/**
 * Something is being fetched. It appears after 400 ms and keeps its place from the start, so that nothing jumps; work over
 * 10 seconds should give `done` and `total`, which show a percentage in place of the ring.
 *
 * @summary A sign of waiting.
 * @tag motcua-spinner
 * @csspart spinner - Ring and words.
 */
export class MotcuaSpinner extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    spinnerStyles,
    css`
      .spinner {
        display: flex;
        align-items: center;
        gap: ${space.s3};
        min-height: 44px;
        color: ${color.textMuted};
        ${type.text}
      }
      .late {
        animation: motcua-appear 0s linear 400ms both;
      }
    `,
  ];

  /** What is being done, as "Đang mở tờ khai". */
  @property() label = '';
  @property({ type: Number }) done = 0;
  @property({ type: Number }) total = 0;

  protected override render(): TemplateResult {
    const label = this.label || this.t('spinner.loading');
    const percent = this.total > 0 ? html`<span>${percentSent(this.done, this.total)}${nonBreaking}%</span>` : nothing;
    return html`<div part="spinner" class="spinner" role="status">
      ${this.total > 0 ? nothing : html`<span class="ring"></span>`}<span class="late">${label} ${percent}</span>
    </div>`;
  }
}
