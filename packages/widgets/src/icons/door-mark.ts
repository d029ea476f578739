/** The mark of the product: a frame and an open leaf. It takes the colours of its surroundings from the tokens. */
import { html, type TemplateResult } from 'lit';

/** Draws the mark of 36 px; style `.door-ground` and `.door-line` through `doorMarkStyles`. */
export function renderDoorMark(): TemplateResult {
  return html`<svg class="door" width="36" height="36" viewBox="0 0 36 36" fill="none" aria-hidden="true" focusable="false">
    <rect class="door-ground" width="36" height="36" rx="9"></rect>
    <path class="door-line" d="M7.5 28h4.500V9h12v19h4.5" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"></path>
    <path class="door-leaf" d="M14.5 10.500l6.5 2.500v16l-6.5-1z"></path>
    <circle class="door-ground" cx="18.8" cy="20.8" r="1.1"></circle>
  </svg>`;
}
