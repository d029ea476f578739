/** The shipped themes and densities as rules on a host element: by its `theme` and `density` attributes, else by what the surroundings ask for. */
import { css, type CSSResult } from 'lit';
import { font } from '../tokens.js';
import { contrastPalette } from './contrast.js';
import { darkPalette } from './dark.js';
import { lightPalette } from './light.js';
import { menLamPalette } from './men-lam.js';
import { declareColors } from './palette.js';

export const lightTheme: CSSResult = css`
  ${declareColors(lightPalette)}
  color-scheme: light;
`;

export const darkTheme: CSSResult = css`
  ${declareColors(darkPalette)}
  --motcua-shadow-raised: 0 2px 6px rgb(0 0 0 / 0.4), 0 12px 32px rgb(0 0 0 / 0.55);
  color-scheme: dark;
`;

/** No soft grounds here, so panels get an edge in their own tone and later steps are hollow. */
export const contrastTheme: CSSResult = css`
  ${declareColors(contrastPalette)}
  --motcua-panel-border-width: 2px;
  --motcua-segment-later: transparent;
  --motcua-segment-border-width: 1px;
  color-scheme: light;
`;

/** A sample province theme: tokens alone, no forked component. */
export const menLamTheme: CSSResult = css`
  ${declareColors(menLamPalette)}
  --motcua-radius-s: 2px;
  --motcua-radius-m: 4px;
  --motcua-radius-l: 6px;
  color-scheme: light;
`;

/**
 * For the outermost host: `theme="light|dark|contrast|men-lam"`. Another name is a province's own and is left to its stylesheet.
 * `data-motcua-theme` is written by `ThemeController` when the host page asks for dark or for more contrast and no theme is named.
 */
export const themeStyles: CSSResult = css`
  :host {
    letter-spacing: normal;
    word-spacing: ${font.wordSpacing};
  }
  :host([theme='light']) {
    ${lightTheme}
  }
  :host([theme='dark']),
  :host([data-motcua-theme='dark']) {
    ${darkTheme}
  }
  :host([theme='contrast']),
  :host([data-motcua-theme='contrast']) {
    ${contrastTheme}
  }
  :host([theme='men-lam']) {
    ${menLamTheme}
  }
  :host([density='compact']) {
    --motcua-font-size-base: max(0.9375rem, 15px);
    --motcua-control-height: 44px;
    --motcua-button-height: 44px;
  }
  :host([density='kiosk']) {
    --motcua-font-size-base: max(1.25rem, 20px);
    --motcua-control-height: 60px;
    --motcua-target-min: 56px;
    --motcua-space-2: 12px;
    --motcua-space-3: 16px;
    --motcua-space-4: 24px;
    --motcua-space-5: 32px;
    --motcua-space-6: 48px;
    --motcua-space-7: 64px;
  }
  @media print {
    :host,
    :host([theme]),
    :host([data-motcua-theme]) {
      ${declareColors(lightPalette)}
      --motcua-color-text: #000;
      --motcua-color-text-muted: #000;
      --motcua-color-canvas: #fff;
      --motcua-color-surface-sunken: #fff;
      --motcua-font-size-base: 11pt;
      color-scheme: light;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --motcua-duration-fast: 0s;
      --motcua-duration-calm: 0s;
    }
  }
`;
