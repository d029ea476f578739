import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { checkCircleIcon, errorIcon, infoIcon, lockIcon, refreshIcon, warningIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { color, font, shape, space } from '../../styles/tokens.js';
import { toneStyles, type Tone } from '../../styles/tones.js';
import { type } from '../../styles/typography.js';

const icons: Readonly<Record<Tone, IconPath>> = {
  info: infoIcon,
  warning: warningIcon,
  success: checkCircleIcon,
  danger: errorIcon,
  primary: refreshIcon,
  neutral: lockIcon,
};

/**
 * Something to know, apart from the questions. `primary` is for the saved draft, `neutral` for privacy and plain facts.
 *
 * @summary A notice in one of six tones.
 * @tag motcua-notice
 * @slot - The text.
 * @slot actions - Buttons; full width in a narrow container.
 * @csspart notice - The panel.
 */
export class MotcuaNotice extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    toneStyles,
    css`
      .notice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: ${space.s3};
        padding: ${space.s4};
        border-radius: ${shape.radiusL};
      }
      .tone-neutral {
        --tone-soft: ${color.surfaceSunken};
      }
      .icon {
        color: var(--tone);
      }
      .body {
        min-width: 0;
        ${type.text}
      }
      .heading {
        font-size: inherit;
        ${type.label}
        font-weight: ${font.strong};
        margin-block-end: 2px;
      }
      .actions {
        grid-column: 1 / -1;
        display: grid;
        gap: ${space.s1};
        margin-block-start: ${space.s4};
      }
      .actions[hidden] {
        display: none;
      }
      @container (min-width: 560px) {
        .actions {
          grid-column: 2;
          display: flex;
          flex-wrap: wrap;
          gap: ${space.s2};
        }
      }
    `,
  ];

  @property({ reflect: true }) tone: Tone = 'info';
  @property() heading = '';
  /** The heading's level among the page's headings; 0 makes it plain text. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: 0 | 2 | 3 = 0;
  /** Another icon than the tone's, from `icons/paths`. */
  @property({ attribute: false }) icon: IconPath | undefined;

  #hasActions = false;

  protected override render(): TemplateResult {
    return html`<div part="notice" class=${`notice toned tone-${this.tone}`}>
      ${renderIcon(this.icon ?? icons[this.tone], 24)}
      <div class="body">${this.#renderHeading()}<slot></slot></div>
      <div class="actions" ?hidden=${!this.#hasActions}>
        <slot name="actions" @slotchange=${this.#onActions}></slot>
      </div>
    </div>`;
  }

  #renderHeading(): TemplateResult | typeof nothing {
    if (this.heading === '') return nothing;
    if (this.headingLevel === 2) return html`<h2 class="heading">${this.heading}</h2>`;
    return this.headingLevel === 3
      ? html`<h3 class="heading">${this.heading}</h3>`
      : html`<p class="heading">${this.heading}</p>`;
  }

  readonly #onActions = (event: Event): void => {
    if (!(event.target instanceof HTMLSlotElement)) return;
    this.#hasActions = event.target.assignedElements().length > 0;
    this.requestUpdate();
  };
}
