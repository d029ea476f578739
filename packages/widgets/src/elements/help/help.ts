import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon } from '../../icons/icon.js';
import { phoneIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { color, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

/**
 * Whom to ask, at the same place on every screen.
 *
 * @summary The foot of a flow with help.
 * @tag motcua-help
 * @slot - Links, as to feedback.
 * @csspart help - The row.
 */
export class MotcuaHelp extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    css`
      :host {
        background: ${color.canvas};
        border-block-start: 1px solid ${color.line};
      }
      .help {
        display: flex;
        gap: ${space.s3};
        margin-inline: auto;
        padding: ${space.s4};
      }
      .icon {
        color: ${color.primary};
      }
      .heading {
        ${type.label}
      }
      .text {
        color: ${color.textMuted};
        ${type.text}
      }
      .heading a,
      ::slotted(a) {
        color: ${color.link} !important;
        font: inherit;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .heading a {
        color: inherit !important;
        text-decoration: none;
      }
      @container (min-width: 560px) {
        .help {
          max-width: calc(${shape.columnMeasure} + 64px);
          padding-inline: 32px;
        }
      }
      @container (min-width: 960px) {
        .help {
          max-width: 1120px;
          padding-inline: 48px;
        }
      }
      @media print {
        :host {
          display: none !important;
        }
      }
    `,
  ];

  /** As "Cần giúp đỡ: gọi 1022". */
  @property() heading = '';
  /** Telephone number behind the heading, as `1022`. */
  @property() phone = '';
  /** When someone answers. */
  @property() text = '';

  /** Focuses the row, as after the help button of the header. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('a, .help');
    target?.focus(options);
    target?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const heading = this.phone === '' ? this.heading : html`<a href=${`tel:${this.phone}`}>${this.heading}</a>`;
    return html`<div part="help" class="help" tabindex=${this.phone === '' ? '-1' : nothing}>
      ${renderIcon(phoneIcon, 24)}
      <div>
        <p class="heading">${heading}</p>
        <p class="text">${this.text} <slot></slot></p>
      </div>
    </div>`;
  }
}
