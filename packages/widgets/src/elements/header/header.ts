import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaHelpEvent } from '../../base/events.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { doorMarkStyles, renderDoorMark } from '../../icons/door-mark.js';
import { renderIcon } from '../../icons/icon.js';
import { checkIcon, helpIcon } from '../../icons/paths.js';
import { buttonStyles } from '../../styles/button.js';
import { resetStyles } from '../../styles/reset.js';
import { color, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

/**
 * The head of the widget: mark, procedure, agency, saved state, language, help. It is no page header of the host's.
 *
 * @summary The head of a flow.
 * @tag motcua-header
 * @fires {MotcuaHelpEvent} motcua-help - The help button was pressed.
 * @slot mark - A province's emblem, 36 px high, in place of the door mark.
 * @slot language - A language switch.
 * @csspart header - The bar.
 * @csspart mark - The mark.
 * @csspart title - The name of the procedure.
 * @csspart subtitle - The agency.
 * @csspart saved - The saved state.
 */
export class MotcuaHeader extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    buttonStyles,
    doorMarkStyles,
    css`
      :host {
        background: ${color.surface};
        border-block-end: 1px solid ${color.line};
      }
      .bar {
        display: flex;
        align-items: center;
        gap: ${space.s3};
        min-height: 64px;
        margin-inline: auto;
        padding: 8px 4px 8px 16px;
      }
      .mark,
      .end {
        flex: none;
      }
      .titles {
        flex: 1;
        min-width: 0;
      }
      .title {
        ${type.label}
      }
      .subtitle {
        color: ${color.textMuted};
        ${type.small}
        line-height: 1.43;
      }
      .detail,
      .saved {
        display: none;
      }
      .saved {
        align-items: center;
        gap: ${space.s2};
        color: ${color.textMuted};
        ${type.small}
      }
      .saved .icon {
        color: ${color.success};
      }
      .end {
        display: flex;
        align-items: center;
        gap: ${space.s2};
      }
      .button.icon-only {
        color: ${color.text};
      }
      ::slotted([slot='mark']) {
        height: 36px;
        display: block;
      }
      @container (min-width: 560px) {
        .bar {
          max-width: calc(${shape.columnMeasure} + 64px);
          padding: 8px 22px 8px 32px;
        }
        .detail {
          display: inline;
        }
        .saved {
          display: flex;
        }
      }
      @container (min-width: 960px) {
        .bar {
          max-width: 1120px;
          padding-inline: 48px 38px;
        }
      }
      @media print {
        .end {
          display: none;
        }
      }
    `,
  ];

  @property() heading = '';
  @property() subtitle = '';
  /** The rest of the agency's name, left out in a narrow container: ", thành phố Hà Nội". */
  @property({ attribute: 'subtitle-detail' }) subtitleDetail = '';
  /** As "Đã lưu lúc 14 giờ 05"; shown from 560 px (below, the progress shows it). */
  @property() saved = '';
  @property({ type: Boolean, attribute: 'no-help' }) noHelp = false;

  protected override render(): TemplateResult {
    return html`<div part="header" class="bar">
      <div part="mark" class="mark"><slot name="mark">${renderDoorMark()}</slot></div>
      <div class="titles">
        <p part="title" class="title">${this.heading}</p>
        ${
          this.subtitle === ''
            ? nothing
            : html`<p part="subtitle" class="subtitle">
                ${this.subtitle}<span class="detail">${this.subtitleDetail}</span>
              </p>`
        }
      </div>
      <div class="end">
        ${this.saved === '' ? nothing : html`<p part="saved" class="saved">${renderIcon(checkIcon)}<span>${this.saved}</span></p>`}
        <slot name="language"></slot>
        ${
          this.noHelp
            ? nothing
            : html`<button
                type="button"
                class="button icon-only"
                aria-label=${this.t('header.help')}
                @click=${this.#onHelp}
              >
                ${renderIcon(helpIcon, 24)}
              </button>`
        }
      </div>
    </div>`;
  }

  readonly #onHelp = (): void => {
    this.dispatchEvent(new MotcuaHelpEvent());
  };
}
