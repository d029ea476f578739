/** The mark of the product: a frame and an open leaf. It takes the colours of its surroundings from the tokens. */
import { css, html, type TemplateResult } from 'lit';
import { color } from '../styles/tokens.js';

/** For the shadow root in which the mark is drawn. */
export const doorMarkStyles = css`
  .door {
    display: block;
  }

  .door-ground {
    fill: ${color.primary};
  }

  .door-line {
    stroke: ${color.onPrimary};
  }

  .door-leaf {
    fill: ${color.onPrimary};
  }

  @media (forced-colors: active) {
    .door {
      forced-color-adjust: none;
    }
  }
`;

/** Draws the mark of 36 px; style `.door-ground` and `.door-line` through `doorMarkStyles`. */
export function renderDoorMark(): TemplateResult {
  return html`<svg
    class="door"
    width="36"
    height="36"
    viewBox="0 0 36 36"
    fill="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="door-ground" width="36" height="36" rx="9"></rect>
    <path
      class="door-line"
      d="M7.5 28h2.4V11a2.6 2.6 0 0 1 2.6-2.6h11a2.6 2.6 0 0 1 2.6 2.6v17h2.4"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    ></path>
    <path class="door-leaf" d="M13.3 11.6l6.9 2v15.2l-6.9-1.4z"></path>
    <circle class="door-ground" cx="18" cy="20.7" r="1.1"></circle>
  </svg>`;
}
