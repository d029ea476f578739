/**
 * What every shadow root starts from. Rules of a host page may match our tags (`* { all: unset }`), and a page's rule beats a plain
 * `:host` rule: what the layout and the look cannot lose is therefore important here. Letter and word spacing are inherited, so that a reader's own spacing reaches every element; the outermost host sets them (`themeStyles`).
 */
import { css } from 'lit';
import { color, font, motion, shape } from './tokens.js';
import { size } from './typography.js';

export const resetStyles = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    color: ${color.text} !important;
    font-family: ${font.family} !important;
    font-size: ${size(16)} !important;
    font-style: normal !important;
    font-weight: ${font.regular} !important;
    line-height: 1.625 !important;
    text-align: start !important;
    text-transform: none !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    white-space: normal !important;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  dt,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }

  h1,
  h2,
  h3 {
    font: inherit;
  }

  ol,
  ul {
    list-style: none;
  }

  button,
  input,
  select,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
  }

  button,
  select {
    cursor: pointer;
  }

  svg {
    flex: none;
    display: block;
  }

  a {
    color: ${color.link};
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: ${shape.focusWidth} solid ${color.focus};
    outline-offset: ${shape.focusOffset};
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .nowrap {
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    .moves {
      transition:
        background-color ${motion.fast} ${motion.ease},
        border-color ${motion.fast} ${motion.ease};
    }
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
