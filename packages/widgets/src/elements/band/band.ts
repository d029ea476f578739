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

/** Circles in the middle and at the corners of a block; where they overlap they leave four petals. */
const petals = svg`<g fill="none" stroke="currentColor" stroke-width="1.2">
  <circle cx="10" cy="10" r="9.8"/>
  <path d="M9.8 0A9.8 9.8 0 0 1 0 9.8M10.2 0A9.8 9.8 0 0 0 20 9.8M0 10.2A9.8 9.8 0 0 1 9.8 20M20 10.2A9.8 9.8 0 0 0 10.2 20"/>
</g>`;
