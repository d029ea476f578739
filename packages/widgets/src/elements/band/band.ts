import { css, html, LitElement, svg, type CSSResultGroup, type TemplateResult } from 'lit';
import { resetStyles } from '../../styles/reset.js';
import { color, shape } from '../../styles/tokens.js';

/**
 * A row of breeze blocks, the one ornament of the start and confirmation pages.
 *
 * @summary The breeze-block band.
 * @tag motcua-band
 * @csspart band - The band.
 */
export class MotcuaBand extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    css`
      .band {
        display: ${shape.patternDisplay};
        height: 20px;
        background: ${color.primarySoft};
        color: ${color.primaryLine};
      }
      @media print, (forced-colors: active) {
        .band {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<svg part="band" class="band" width="100%" height="20" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="petals" width="20" height="20" patternUnits="userSpaceOnUse">${petals}</pattern>
      </defs>
      <rect width="100%" height="20" fill="url(#petals)"></rect>
    </svg>`;
  }
}

/** Four petals that meet in the middle of the block, and the rim of the block. */
const petals = svg`<g fill="none" stroke="currentColor" stroke-width="1">
  <path d="M0 0Q12 2 10 10Q2 12 0 0M20 0Q18 12 10 10Q8 2 20 0M0 20Q2 8 10 10Q12 18 0 20M20 20Q8 18 10 10Q18 8 20 20"/>
  <path d="M10 0L20 10L10 20L0 10Z"/>
  <path d="M0 .5H20M0 19.5H20"/>
</g>`;
