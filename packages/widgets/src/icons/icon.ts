/** Draws one icon: inline SVG on a grid of 24, strokes only, in the colour of the text around it, hidden from assistive technology. */
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The strokes of an icon, as exported by `paths.ts`. */
export type IconPath = SVGTemplateResult;

export type IconSize = 16 | 20 | 24;

/** @example `${renderIcon(phoneIcon, 24)}` */
export function renderIcon(path: IconPath, size: IconSize = 20): TemplateResult {
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width=${size === 16 ? 2.25 : 1.75}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${path}
  </svg>`;
}
