import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MotcuaGotoEvent } from '../../base/events.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon } from '../../icons/icon.js';
import { arrowDownIcon, warningIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { color, font, shape, space } from '../../styles/tokens.js';
import { size } from '../../styles/typography.js';

/** One thing to correct: the same words as beside the field. */
export interface SummaryIssue {
  readonly pointer: string;
  readonly message: string;
}

/** More rows than this are counted, not shown: correcting twenty is work enough before looking again. */
const shownLimit = 20;

/**
 * What is to be corrected, above the heading of the page. Focus it when it appears; a row asks for its field.
 *
 * @summary The list of what to correct.
 * @tag motcua-error-summary
 * @fires {MotcuaGotoEvent} motcua-goto - A row was chosen; `.pointer` says which field should take focus.
 * @csspart error-summary - The panel.
 */
export class MotcuaErrorSummary extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    css`
      .panel {
        border: ${shape.borderStrong} solid ${color.danger};
        border-radius: ${shape.radiusL};
        background: ${color.surface};
      }
      .head {
        display: flex;
        gap: ${space.s3};
        padding: 14px 16px;
        border-radius: calc(${shape.radiusL} - 2px) calc(${shape.radiusL} - 2px) 0 0;
        background: ${color.dangerSoft};
        color: ${color.danger};
        font-size: ${size(18)};
        line-height: 1.5;
        font-weight: ${font.strong};
        text-wrap: balance;
      }
      .head .icon {
        margin-block-start: 2px;
      }
      li {
        border-block-start: 1px solid ${color.dangerLine};
      }
      li + li {
        border-block-start-color: ${color.line};
      }
      button,
      .more {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: ${space.s3};
        width: 100%;
        min-height: 46px;
        padding: 10px 16px;
        border: 0;
        background: none;
        line-height: 1.5;
        text-align: start;
      }
      button {
        color: ${color.danger};
        font-weight: ${font.medium};
      }
      button span {
        text-decoration: underline;
        text-underline-offset: 0.2em;
        text-decoration-thickness: 1px;
      }
      li:last-child button {
        border-radius: 0 0 ${shape.radiusL} ${shape.radiusL};
      }
      @media (hover: hover) {
        button:hover span {
          text-decoration-thickness: 2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) issues: readonly SummaryIssue[] = [];
  /** Another heading than "Cần sửa N chỗ trước khi tiếp tục". */
  @property() heading = '';

  @query('.panel') private panel!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.panel?.focus(options));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.issues.length === 0) return nothing;
    const rest = this.issues.length - shownLimit;
    return html`<div part="error-summary" class="panel" role="group" tabindex="-1" aria-labelledby="heading">
      <h2 id="heading" class="head">
        ${renderIcon(warningIcon, 24)}<span
          >${this.heading || this.t('summary.heading', { count: this.issues.length })}</span
        >
      </h2>
      <ul>
        ${this.issues.slice(0, shownLimit).map(
          (issue) =>
            html`<li>
              <button type="button" @click=${() => this.dispatchEvent(new MotcuaGotoEvent(issue.pointer))}>
                <span>${issue.message}</span>${renderIcon(arrowDownIcon)}
              </button>
            </li>`,
        )}
        ${rest > 0 ? html`<li class="more">${this.t('summary.more', { count: rest })}</li>` : nothing}
      </ul>
    </div>`;
  }
}
